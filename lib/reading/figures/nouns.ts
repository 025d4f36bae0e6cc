/** The nouns that the grammar knows: which ones count the same thing, and which have a plural without -s. */

import { inFigures } from '../patterns.ts';
import { at } from './normalise.ts';
import { SCALE_WORDS } from './number-words.ts';
import { TIME_WORDS } from './units.ts';
import { STOP } from './words.ts';

function set(words: string): Set<string> {
  return new Set(words.trim().toLowerCase().split(/\s+/));
}

/** People, by whatever word they are counted, beside what `OF_PEOPLE` tells; families and households are counted as such. */
const PEOPLE = set(`
  people persons individuals humans souls Afghans fatalities deaths casualties victims killed injured wounded dead
  hurt missing displaced accused residents nationals troops insurgents rebels officials students pupils staff
  personnel deputies judges hostages suspects patients babies youths adults adolescents orphans widows nurses medics
  diplomats Americans Britons Germans Uzbeks Danes Swedes Finns Spaniards Scots Greeks Thais Filipinos Serbs Tajiks
  Turkmens Hazaras Pashtuns Shiites Sunnis Sikhs Hindus Muslims Jews Kuchis Chinese Taliban Talibs clerics mullahs
  imams scholars respondents beneficiaries recipients candidates expatriates pilgrims recruits conscripts marines
  guards experts analysts addicts clients criminals convicts athletes police relatives sons husbands siblings cousins
  nephews nieces uncles aunts males females Europeans Arabs Turks Kurds Uyghurs Uighurs Chechens Baloch operatives
  commandos spies agents pilots dissidents envoys delegates clerks executives captives fugitives kings queens princes
  emirs monarchs martyrs witnesses friends enemies rivals allies partisans guerrillas cadets priests crew signatories
  nomads lives bodies corpses returns constables generals colonels captains admirals Rohingya populations veterans
  bodyguards fans coaches monks bishops missionaries shepherds surgeons paramedics secretaries interns comrades ppl newborns kids
  teens twins brides grooms cooks chefs chiefs heirs advocates aides apprentices architects assassins beggars
  catholics compatriots constituents critics dependents detectives disciples exiles fellows guides heroes
  intellectuals jihadis ladies locals magistrates maids mechanics mercenaries millionaires nuns opponents passers-by
  pirates poets presidents professionals rabbis representatives scouts slaves thieves undergraduates vets wardens
  Croats Czechs MPs MEPs IDPs
`);

/** "teachers", "mourners", "tourists", "Iranians", "returnees", "gunmen", "schoolboys": these endings make people of a word. */
const OF_PEOPLE =
  /(?:[a-z]{2}(?:ists|ians|ees|ers|ors|ants)|men|children|citizens|leagues|hbou?rs|[^i]mates|boys|girls|wives|lords|parents|graduates|crats|eurs|nauts)$/;
/** Things with such an ending. */
const NOT_PEOPLE = set(`
  guilders scooters manufacturers retailers suppliers lenders insurers producers exporters importers makers airliners
  anchors answers barriers boilers boulders bulldozers bunkers burners cancers carriers chambers chapters chargers
  charters choppers clusters colors committees computers containers corners corridors counters covers cylinders
  dangers decrees degrees destroyers dinners disasters doors encounters errors factors filters fingers floors flowers
  freezers generators harbors heaters incubators indicators humvees ladders launchers layers loudspeakers mirrors
  motors offers posters powers prayers printers reactors registers rivers rollers routers rumors rupees scanners
  sectors sensors servers shelters stickers stretchers summers tankers tenders theaters towers tractors trailers
  transfers transformers trees tremors triggers vectors ventilators winters wonders processors monitors detonators
  revolvers boosters transmitters compressors elevators calculators projectors excavators threshers mowers loaders
  freighters hammers refrigerators coolers shutters shredders tigers sweaters trousers diapers burgers craters
  glaciers silencers extinguishers respirators tumors fevers interceptors howitzers trawlers steamers plants grants
  restaurants elephants warrants variants implants remnants overs giants quadrants hydrants pollutants coolants
  constants lubricants disinfectants covenants pageants determinants currants adapters amplifiers badgers banners
  beavers beers blenders blisters breakers broilers buffers bumpers canisters characters chillers coasters colliders
  condensers conditioners connectors converters conveyors crackers crushers cucumbers cutters daggers detectors
  dispensers dossiers drawers dryers emitters escalators extractors feathers feeders fertilisers fertilizers fibers
  fillers flyers folders gliders grasshoppers grinders hangers harvesters igniters incinerators injectors insulators
  interiors inverters jammers landers lasers ledgers levers lighters liners lobsters lockers manners markers
  minesweepers mixers monsters murders oysters pagers panthers peppers piers pliers pointers polymers powders
  propellers purifiers radiators receivers regulators reminders repeaters semesters separators sewers showers
  simulators sliders slippers spanners spiders splinters sprayers sprinklers tempers thrillers tillers timers toasters
  trackers transistors transponders ulcers wagers washers waters wipers wrappers guarantees coffees jubilees knees
  checklists shortlists wrists waists twists skyscrapers screwdrivers bestsellers stimulants pendants
  stingers strykers challengers reapers predators raptors harriers
`);
const THING_ENDING = /(?:met|lit|numb|lett|ord|pap|cent|quart|help|copt|matt|cruis|tow)ers$|(?:speci|regi|abdo)men$/;

function arePeople(noun: string, lower: string): boolean {
  // Electricity has poles, Warsaw has Poles; "Africans", "Tibetans".
  if (PEOPLE.has(lower) || /^(?:Poles|[A-Z][a-z]{2,}ans)$/.test(noun)) return true;
  const people = /^[A-Z][a-z]*(?:(?:ian|[a-z]{3}i|crat|ist)s|men)$/.test(noun);
  return (OF_PEOPLE.test(lower) || people) && !NOT_PEOPLE.has(lower) && !THING_ENDING.test(lower);
}

const SAME = new Map<string, string>();
for (const noun of ['countries', 'states', 'nations']) SAME.set(noun, 'countries');
/** Units of measure: the plural that is the unit, then other words and signs; "-re" is also "-er", and each has a plural. */
const MEASURES =
  'kilometres kilometre km,square-kilometres sq-km,metres metre,centimetres centimetre cm,millimetres millimetre mm,miles mile mi,' +
  'feet foot ft,inches inch,yards yard,hectares hectare ha,acres acre,kilograms kilogram kilogramme kilo kg,grams gram gramme,' +
  'milligrams milligram mg,tonnes tonne ton mt,pounds pound lb,ounces ounce oz,litres litre,millilitres millilitre ml,' +
  'gallons gallon,pints pint,barrels barrel,megawatts megawatt mw,gigawatts gigawatt gw';
/** Other nouns with two spellings, and the singular of one. */
const SPELLINGS =
  'points pts,programmes programme program,organisations organisation organization,centres centre,schools school';
const MEASURE_UNITS = new Set<string>();
for (const words of `${MEASURES},${SPELLINGS}`.split(',')) {
  const [first = '', ...others] = words.split(' ');
  const unit = first.replace('-', ' ');
  if (MEASURES.includes(words)) MEASURE_UNITS.add(unit);
  for (const word of [first, ...others])
    for (const spelling of [word, word.replace(/re(?=s?$)/, 'er')]) SAME.set(spelling, unit).set(`${spelling}s`, unit);
}

/** The one plural noun for all words that count the same thing ("Afghans", "fatalities": people); else the noun itself. */
export function unitOfNoun(noun: string): string {
  const lower = noun.toLowerCase();
  return SAME.get(lower) ?? (arePeople(noun, lower) ? 'people' : lower);
}

/** Is this a unit of measure ("hectares"), which no other head follows? */
export function isMeasure(noun: string): boolean {
  return MEASURE_UNITS.has(SAME.get(noun.toLowerCase()) ?? '');
}

/** Is this a noun that the table has? */
export function isKnownNoun(noun: string): boolean {
  const lower = noun.toLowerCase();
  return SAME.has(lower) || arePeople(noun, lower);
}

/** Heads that may be counted without ending in -s. */
const WITHOUT_S = set(`
  media data criteria phenomena cattle sheep livestock poultry fish deer infantry
  cavalry youth feet teeth mice kwh mwh mph taleban vietnamese japanese portuguese lebanese sudanese nepalese burmese swiss pashtun
  hazara tajik uzbek kuchi uyghur uighur mujahideen mujahedin mujahidin
`);
const PLURAL_ENDING = /(?:men|children|craft|folk|offspring)$/;

/** Words in -s that are no plural nouns, and would end a search for one wrongly. */
const NO_PLURAL = set(`
  was has does its his hers ours yours theirs this perhaps always sometimes besides towards afterwards whereas
  news yes overseas nowadays tennis chaos ethos gas paris reuters abbas athens hamas
  christmas wales politics economics mathematics physics logistics forwards backwards upwards downwards
  onwards
`);
const NO_PLURAL_ENDING = /(?:ss|us|less|sis|'s)$/;

/** Can this word be a counted noun in the plural? Takes it as the text has it. */
export function isPlural(word: string): boolean {
  const lower = word.toLowerCase();
  const last = lower.slice(lower.lastIndexOf('-') + 1);
  if (WITHOUT_S.has(last) || PEOPLE.has(last) || (last.length < 3 && SAME.has(last))) return true;
  if (!last.endsWith('s')) return PLURAL_ENDING.test(last);
  return last.length > 2 && !NO_PLURAL.has(lower) && !NO_PLURAL_ENDING.test(lower);
}

const COUNTED = new RegExp(
  `%| ?per ?cent|[ -](?:${SCALE_WORDS}|(?:${TIME_WORDS}|decade)s?)\\b|[ -]([a-z]+)(?:[ -]([a-z]+))?`,
  'y',
);
const NO_ADJECTIVE = /^(?:of|and|or)$/;
/** Does a scale, a sign of per cent or a word of time stand at `place`, right behind a number? Takes lower-case text. */
export function hasUnit(lower: string, place: number): boolean {
  const found = at(COUNTED, lower, place);
  return found !== null && !found[1];
}

/** Does a unit as of `hasUnit` or, over one adjective, a known noun stand at `place`, right behind a number? */
export function countsSomething(lower: string, place: number): boolean {
  const [found, first, second] = at(COUNTED, lower, place) ?? [];
  if (!found || !first) return found !== undefined;
  if (isKnownNoun(first)) return true;
  return second !== undefined && !STOP.has(first) && !NO_ADJECTIVE.test(first) && isKnownNoun(second);
}

const IRREGULAR = new Map(Object.entries({ person: 'people', child: 'children', foot: 'feet', tooth: 'teeth' }));

/** The plural of a noun that the text has in the singular ("member" of "15-member"). */
export function pluralOf(noun: string): string {
  const lower = noun.toLowerCase();
  const irregular = IRREGULAR.get(lower);
  if (irregular) return irregular;
  if (isPlural(lower)) return lower;
  if (/(?:man|woman)$/.test(lower)) return `${lower.slice(0, -2)}en`;
  if (/[^aeiou]y$/.test(lower)) return `${lower.slice(0, -1)}ies`;
  if (/[li]fe$/.test(lower)) return `${lower.slice(0, -2)}ves`;
  return /(?:s|x|z|ch|sh)$/.test(lower) ? `${lower}es` : `${lower}s`;
}

inFigures.add(OF_PEOPLE, THING_ENDING, PLURAL_ENDING, NO_PLURAL_ENDING, COUNTED, NO_ADJECTIVE);
