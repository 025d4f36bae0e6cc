/** The language of all texts of ours. Each is named in itself, so that whoever reads it finds it. */
import { t } from '@/lib/i18n/translate';
import { Choice, type Option } from './Choice';

export type LanguageSetting = 'auto' | 'en' | 'fa' | 'ps';

interface Props {
  value: LanguageSetting;
  onChange(value: LanguageSetting): void;
}

export function LanguageChoice({ value, onChange }: Props) {
  const options: Option<LanguageSetting>[] = [
    { value: 'auto', label: t('language.auto'), hint: t('language.autoHint') },
    { value: 'en', label: t('language.en'), lang: 'en' },
    { value: 'fa', label: t('language.fa'), lang: 'fa' },
    { value: 'ps', label: t('language.ps'), lang: 'ps' },
  ];
  return <Choice legend={t('settings.language')} value={value} options={options} onChange={onChange} />;
}
