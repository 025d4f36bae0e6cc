/** One choice among a few, each with a line that says what it does. */
import { useId } from 'preact/hooks';

export interface Option<T extends string> {
  value: T;
  label: string;
  hint?: string;
  /** A class for a sample of how it looks. */
  sample?: string;
  /** The language of the label where it is not the page's. */
  lang?: string;
}

interface Props<T extends string> {
  legend: string;
  value: T;
  options: readonly Option<T>[];
  onChange(value: T): void;
}

export function Choice<T extends string>({ legend, value, options, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset class="choice-group">
      <legend>{legend}</legend>
      {options.map(option => (
        <label key={option.value} class="choice-line">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>
            <span class={option.sample} lang={option.lang} dir={option.lang ? 'auto' : undefined}>
              {option.label}
            </span>
            {option.hint && <span class="fine">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface SwitchProps {
  label: string;
  hint?: string;
  checked: boolean;
  /** The language of the label where it is not the page's. */
  lang?: string;
  onChange(checked: boolean): void;
}

export function Switch({ label, hint, checked, lang, onChange }: SwitchProps) {
  return (
    <label class="choice-line">
      <input type="checkbox" checked={checked} onChange={event => onChange(event.currentTarget.checked)} />
      <span>
        <bdi lang={lang}>{label}</bdi>
        {hint && <span class="fine">{hint}</span>}
      </span>
    </label>
  );
}
