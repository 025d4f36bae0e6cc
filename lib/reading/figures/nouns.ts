/** The nouns that the grammar knows: which ones count the same thing, and which have a plural without -s. */

function set(words: string): Set<string> {
  return new Set(words.trim().toLowerCase().split(/\s+/));
}

/** People, by whatever word they are counted, beside what `OF_PEOPLE` tells; families and households are counted as such. */
const PEOPLE = set(`
  men women people persons individuals humans souls Afghans migrants girls children boys fatalities deaths casualties victims
  killed injured wounded dead hurt missing displaced residents inhabitants citizens nationals troops militants
  insurgents rebels officials students pupils schoolgirls schoolchildren staff personnel deputies judges inmates
  hostages suspects patients babies infants newborns youths adults adolescents orphans widows nurses midwives
  medics diplomats Americans Britons Germans Pakistanis Uzbeks Tajiks Turkmens Hazaras Pashtuns Shiites Sunnis
  Sikhs Hindus Muslims Jews Kuchis Chinese Taliban Talibs clerics mullahs imams scholars respondents beneficiaries
  recipients participants candidates expatriates pilgrims recruits conscripts veterans marines guards bodyguards
  experts analysts addicts clients merchants graduates applicants assailants criminals convicts athletes
  entrepreneurs police colleagues relatives sons wives husbands parents grandchildren siblings cousins males
  females Europeans Arabs Turks Kurds Iraqis Yemenis Israelis Uyghurs Uighurs Chechens Baloch Nuristanis infidels
  operatives commandos spies agents aides shepherds masons cooks pilots dissidents poets envoys delegates consuls
  secretaries clerks executives captives fugitives martyrs heirs twins triplets carriers paramedics surgeons
  tenants landlords coaches umpires fans witnesses neighbours friends enemies rivals allies partisans guerrillas
  saboteurs cadets interns apprentices novices monks nuns priests bishops missionaries returns crew signatories
  nomads lives bodies corpses populations
`);

/** "teachers", "mourners", "tourists", "Iranians", "returnees", "gunmen": these endings make people of a word. */
const OF_PEOPLE = /[a-z]{2}(?:men|ists|ians|ees|ers|ors)$/;
/** Things with such an ending. */
const NOT_PEOPLE = set(`
  airliners anchors answers barriers bees boilers borders boulders bulldozers bunkers burgers burners calibers
  cancers carriers centers chambers chapters chargers charters checklists choppers clusters colors committees
  computers containers decrees pedigrees corners corridors counters covers crackers cruisers cylinders dangers degrees destroyers
  dinners disasters donors doors encounters errors ers excavators factors favors feathers fees fibers filters
  fingers fists flavors floors flowers freezers freighters genders generators guarantees harbors headquarters
  heaters helicopters incubators indicators knees labors humvees committees ladders lasers launchers layers letters levers liners
  lists liters lockers loudspeakers matters meters mirrors mixers motors newsletters newspapers numbers offers
  orders papers parameters posters powers prayers printers quarters reactors registers rivers rollers routers
  rumors rupees scanners sectors sensors servers shelters steamers stickers stretchers summers tankers tenders
  terrors theaters timbers towers tractors trailers transfers transformers trawlers trees tremors triggers twists
  vectors ventilators waitlists waters winters wonders wrists
`);
const THING_ENDING = /(?:met|lit|numb|lett|ord|pap|cent|quart|help|copt)ers$|specimen$|regimen$/;

function arePeople(noun: string, lower: string): boolean {
  if (PEOPLE.has(lower)) return true;
  // "three Stingers", "Humvees": a name of such a form is a product's, unless it is a people's.
  if (/^[A-Z]/.test(noun) && !lower.endsWith('ians')) return false;
  return OF_PEOPLE.test(lower) && !NOT_PEOPLE.has(lower) && !THING_ENDING.test(lower);
}

const SAME = new Map<string, string>();
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
  return SAME.get(lower) ?? (arePeople(noun, lower) ? 'people' : lower);
}

/** Is this a unit of measure ("hectares"), which no other head follows? */
export function isMeasure(noun: string): boolean {
  return MEASURES.some(([unit]) => unit === SAME.get(noun.toLowerCase()));
}

/** Is this a noun that the table has? */
export function isKnownNoun(noun: string): boolean {
  const lower = noun.toLowerCase();
  return SAME.has(lower) || arePeople(noun, lower);
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
