/**
 * The two libraries that read figures in English text and give their places, as they come. Both are here to be measured
 * against, and are no part of the extension.
 */
import { createRequire } from 'node:module';
import compromise from 'compromise';

export interface Peer {
  name: string;
  /** Megabytes that take it about a second or two. */
  sample: number;
  /** Reads a text; gives how many figures it found. */
  read(text: string): number;
}

// The ES module of Recognizers-Text names exports that are not there; its CommonJS one is whole.
const require = createRequire(import.meta.url);

interface Suite {
  Culture: { English: string };
  recognizeNumber(text: string, culture: string): unknown[];
  recognizePercentage(text: string, culture: string): unknown[];
  recognizeCurrency(text: string, culture: string): unknown[];
}

/** The package below the suite; the suite itself has durations only together with all dates, which takes longer. */
interface DateTime {
  BaseDurationExtractor: new (configuration: unknown) => { extract(text: string, day: Date): unknown[] };
  BaseDurationParser: new (configuration: unknown) => { parse(found: unknown, day: Date): unknown };
  EnglishDurationExtractorConfiguration: new () => unknown;
  EnglishDurationParserConfiguration: new (common: unknown) => unknown;
  EnglishCommonDateTimeParserConfiguration: new () => unknown;
}

function recognizersText(): Peer {
  const suite: Suite = require('@microsoft/recognizers-text-suite');
  const below = createRequire(require.resolve('@microsoft/recognizers-text-suite'));
  const dateTime: DateTime = below('@microsoft/recognizers-text-date-time');
  const extractor = new dateTime.BaseDurationExtractor(new dateTime.EnglishDurationExtractorConfiguration());
  const common = new dateTime.EnglishCommonDateTimeParserConfiguration();
  const parser = new dateTime.BaseDurationParser(new dateTime.EnglishDurationParserConfiguration(common));
  const { English } = suite.Culture;
  const day = new Date(2025, 6, 15);
  return {
    name: 'Recognizers-Text',
    sample: 0.02,
    read: text =>
      suite.recognizeNumber(text, English).length +
      suite.recognizePercentage(text, English).length +
      suite.recognizeCurrency(text, English).length +
      extractor.extract(text, day).map(found => parser.parse(found, day)).length,
  };
}

function compromisePeer(): Peer {
  return {
    name: 'compromise',
    sample: 0.07,
    read: text => {
      const document = compromise(text);
      const readings = [document.numbers(), document.money(), document.percentages(), document.fractions()];
      // Places cost it extra, but without its place a figure is of no use on a page.
      return readings.reduce((sum, reading) => sum + reading.json({ offset: true }).length, 0);
    },
  };
}

export const peers = (): Peer[] => [compromisePeer(), recognizersText()];
