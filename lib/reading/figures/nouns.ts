/** The nouns that the grammar knows: which ones count the same thing, and which have a plural without -s. */

function set(words: string): Set<string> {
  return new Set(words.trim().split(/\s+/));
}

/** People, by whatever word they are counted; families and households are counted as such. */
const PEOPLE = set(`
  people persons individuals humans souls Afghans civilians refugees migrants returnees women girls children men boys
  fatalities deaths casualties victims killed injured wounded dead hurt missing displaced deportees residents inhabitants
  citizens nationals foreigners soldiers troops fighters militants insurgents terrorists gunmen militiamen rebels
  policemen policewomen officers officials students pupils schoolgirls schoolchildren teachers professors journalists
  reporters employees workers staff staffers personnel members lawmakers senators deputies lawyers judges prosecutors
  activists protesters demonstrators prisoners detainees inmates hostages suspects patients mothers fathers babies
  infants newborns youths teenagers adults adolescents minors orphans widows farmers nurses doctors midwives physicians
  medics contractors interpreters translators diplomats ambassadors Americans Britons Germans Russians Pakistanis
  Indians Iranians Uzbeks Tajiks Turkmens Hazaras Pashtuns Shiites Sunnis Sikhs Hindus Muslims Christians Jews Kuchis
  Chinese Taliban Talibs jihadists commanders ministers governors leaders clerics mullahs elders imams scholars
  respondents beneficiaries recipients participants voters candidates evacuees asylum-seekers seekers expatriates
  travellers travelers passengers tourists pilgrims volunteers recruits conscripts veterans servicemen servicewomen
  marines airmen guards bodyguards policymakers experts analysts survivors addicts users customers clients traders
  merchants miners drivers labourers laborers breadwinners earners graduates applicants visitors bombers attackers
  assailants smugglers traffickers criminals offenders convicts players athletes artists musicians entrepreneurs
  businesswomen businessmen owners police policemen firefighters rescuers helpers colleagues relatives brothers sisters
  sons daughters wives husbands parents grandchildren siblings cousins orphans males females Europeans Arabs Turks
  Kurds Syrians Iraqis Yemenis Ukrainians Palestinians Israelis Uyghurs Uighurs Chechens Baloch Nuristanis infidels
  extremists operatives commandos spies agents aides advisers advisors supporters followers loyalists defenders
  worshippers mourners shoppers bystanders motorists commuters herders shepherds tailors bakers carpenters masons vendors
  shopkeepers barbers butchers cooks pilots deserters defectors dissidents bloggers poets writers singers painters
  campaigners hunters fishermen engineers technicians economists scientists researchers inspectors monitors envoys
  delegates negotiators mediators consuls secretaries clerks managers executives bankers investors
  kidnappers captives fugitives deserters martyrs heirs twins triplets toddlers sufferers carriers
  abductees orphans amputees paramedics surgeons therapists counsellors counselors invaders occupiers settlers squatters
  dwellers householders tenants landlords landowners sharecroppers growers planters weavers cobblers porters couriers
  riders cyclists bikers swimmers runners boxers wrestlers cricketers footballers coaches referees umpires fans spectators
  onlookers witnesses neighbours neighbors friends enemies rivals allies partisans guerrillas saboteurs snipers gunners
  paratroopers cadets trainees interns apprentices novices monks nuns priests bishops pastors preachers missionaries
  holders others returns crew signatories speakers believers villagers nomads peacekeepers humanitarians lives bodies corpses populations
`);

const SAME = new Map<string, string>();
for (const noun of PEOPLE) SAME.set(noun.toLowerCase(), 'people');
for (const noun of ['countries', 'states', 'nations']) SAME.set(noun, 'countries');
const MEASURES: [string, string][] = [
  ['kilometres', 'km kms kilometers kilometres kilometer kilometre'],
  ['square kilometres', 'sq-km'],
  ['metres', 'meters metres meter metre'],
  ['miles', 'mile mi'],
  ['kilograms', 'kg kgs kilogram kilograms kilogramme kilogrammes kilo kilos'],
  ['tonnes', 'ton tons tonne tonnes mt'],
  ['hectares', 'ha hectare hectares'],
  ['megawatts', 'mw megawatt megawatts'],
  ['gigawatts', 'gw gigawatt gigawatts'],
  ['litres', 'liter liters litre litres'],
  ['centimetres', 'cm centimetres centimeters'],
  ['millimetres', 'mm millimetres millimeters'],
  ['feet', 'ft feet foot'],
  ['pounds', 'lb lbs pound pounds'],
  ['programmes', 'program programs programme programmes'],
  ['organisations', 'organization organizations organisation organisations'],
  ['centres', 'center centers centre centres'],
  ['schools', 'school schools'],
];
for (const [unit, words] of MEASURES) for (const word of words.split(' ')) SAME.set(word, unit);

/** The one plural noun for all words that count the same thing ("Afghans", "fatalities": people); else the noun itself. */
export function unitOfNoun(noun: string): string {
  const lower = noun.toLowerCase();
  return SAME.get(lower) ?? lower;
}

/** Is this a noun that the table has? */
export function isKnownNoun(noun: string): boolean {
  return SAME.has(noun.toLowerCase());
}

/** Heads that may be counted without ending in -s. */
const WITHOUT_S = set(`
  people women men children personnel staff police troops crew media data criteria phenomena cattle sheep livestock poultry
  fish deer aircraft helicopter-borne spacecraft watercraft aid-workers policemen policewomen servicemen servicewomen
  gunmen militiamen airmen businessmen businesswomen schoolchildren grandchildren fishermen clergymen tribesmen
  infantrymen spokesmen lawmen salesmen firemen workmen craftsmen statesmen congressmen noblemen horsemen feet teeth mice
  geese oxen lives wives infantry cavalry offspring folk youth crises analyses bases hypotheses diagnoses theses
  km kms kg kgs ha mw gw kwh mwh gwh cm mm mph kph lb lbs ft mi mt tb gb mb hp bpd kilometers-long sq-km
  chinese taliban taleban vietnamese japanese portuguese lebanese sudanese nepalese burmese swiss baloch baluch pashtun
  hazara tajik uzbek kuchi uyghur uighur mujahideen mujahedin mujahidin fedayeen
  killed dead injured wounded hurt missing displaced
`);

/** Words in -s that are no plural nouns, and would end a search for one wrongly. */
const NO_PLURAL = set(`
  was has is does its his hers ours yours theirs this thus plus versus across perhaps always sometimes besides towards
  afterwards unless whereas news less us as yes overseas upwards downwards onwards nowadays religious various previous
  serious famous numerous dangerous precious continuous indigenous homeless jobless stateless landless helpless penniless
  countless endless basis analysis crisis emphasis diagnosis tennis campus status focus bonus virus apparatus census
  corpus consensus surplus nexus chaos ethos gas bus pass mass class cross press process access success business illness
  kunduz texas paris reuters abbas dallas laos cyprus brussels athens tunis honduras hamas christmas wales sikhs'
  politics economics mathematics physics ethics logistics athletics dynamics forwards backwards inwards outwards
`);

const NO_PLURAL_ENDING = /(?:ss|ous|less|'s)$/;

/** Can this word be a counted noun in the plural? Takes it as the text has it. */
export function isPlural(word: string): boolean {
  const lower = word.toLowerCase();
  const last = lower.slice(lower.lastIndexOf('-') + 1);
  if (WITHOUT_S.has(lower) || WITHOUT_S.has(last)) return true;
  if (!last.endsWith('s') || last.length < 3) return false;
  return !NO_PLURAL.has(lower) && !NO_PLURAL_ENDING.test(lower);
}

const COUNTED =
  /(?:%| ?per ?cent|[ -](?:million|billion|thousand|hundred|trillion|lakh|crore|years?|months?|weeks?|days?|hours?|minutes?|decades?)\b|[ -]([a-z]+)(?:[ -]([a-z]+))?)/y;
const NO_ADJECTIVE =
  /^(?:of|in|on|at|by|for|from|to|with|and|or|the|a|an|when|as|were|was|is|are|did|had|has|have|that|which)$/;

/** Does a scale, a unit or, over one adjective, a known noun stand at `place`, right behind a number? Takes lower-case text. */
export function countsSomething(lower: string, place: number): boolean {
  COUNTED.lastIndex = place;
  const found = COUNTED.exec(lower);
  if (!found) return false;
  if (!found[1]) return true;
  if (isKnownNoun(found[1])) return true;
  return found[2] !== undefined && !NO_ADJECTIVE.test(found[1]) && isKnownNoun(found[2]);
}

const IRREGULAR = new Map<string, string>(
  Object.entries({
    person: 'people',
    man: 'men',
    woman: 'women',
    child: 'children',
    foot: 'feet',
    tooth: 'teeth',
    life: 'lives',
    wife: 'wives',
    aircraft: 'aircraft',
    series: 'series',
    staff: 'staff',
    crew: 'crew',
    soldier: 'soldiers',
  }),
);

/** The plural of a noun that the text has in the singular ("member" of "15-member"). */
export function pluralOf(noun: string): string {
  const lower = noun.toLowerCase();
  const irregular = IRREGULAR.get(lower);
  if (irregular) return irregular;
  if (isPlural(lower)) return lower;
  if (/(?:man|woman)$/.test(lower)) return `${lower.slice(0, -2)}en`;
  if (/[^aeiou]y$/.test(lower)) return `${lower.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(lower) ? `${lower}es` : `${lower}s`;
}
