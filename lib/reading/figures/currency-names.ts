/** The currencies that the grammar knows, as word lists: codes, signs, names, and which country tells a shared name. */

/** "key:value key:value" as a map. */
function table(list: string): Map<string, string> {
  return new Map(list.split(' ').map(pair => pair.split(':') as [string, string]));
}

export const CODES =
  'USD EUR GBP AFN PKR INR IRR CNY JPY CHF SAR AED QAR KWD OMR TRY RUB CAD AUD NZD NOK SEK DKK UZS TJS TMT KZT KGS BDT LKR ' +
  'NPR MYR SGD HKD KRW IDR IQD JOD BHD YER SYP LBP EGP ILS PLN CZK HUF BRL MXN ZAR NGN KES CLP COP ARS PHP THB VND UAH ' +
  'GEL AMD AZN ETB GHS MAD TND DZD SDG MMK RON BGN MNT';

export const ALIASES = table(
  'AFA:AFN AFS:AFN AF:AFN AFG:AFN AFGS:AFN RMB:CNY RM:MYR SFR:CHF KSH:KES USH:UGX TSH:TZS TK:BDT RP:IDR',
);

/** One sign of money, and its code or, in small letters, the shared name. */
export const SIGNS = table(
  '€:EUR £:GBP ¥:JPY ₹:INR ؋:AFN ₽:RUB 元:CNY ₸:KZT ₺:TRY ₩:KRW ₪:ILS ৳:BDT ₴:UAH ﷼:rial ₨:rupee ₦:NGN ₫:VND ₱:PHP ฿:THB ₾:GEL ₡:CRC ₭:LAK',
);

/** Whose dollar, by the letters at the sign. */
export const DOLLARS = table('US:USD A:AUD AU:AUD C:CAD CA:CAD NZ:NZD HK:HKD S:SGD SG:SGD');

/** Names of one currency only, in the singular. */
export const NAMES = table(
  'euro:EUR sterling:GBP afghani:AFN af:AFN yuan:CNY renminbi:CNY yen:JPY rouble:RUB ruble:RUB lira:TRY franc:CHF ' +
    'somoni:TJS manat:TMT tenge:KZT taka:BDT ringgit:MYR won:KRW buck:USD pence:GBP shekel:ILS baht:THB rupiah:IDR dong:VND ' +
    'hryvnia:UAH zloty:PLN forint:HUF naira:NGN cedi:GHS birr:ETB kyat:MMK reai:BRL rand:ZAR lari:GEL dram:AMD tugrik:MNT kip:LAK markka:FIM peseta:ESP guilder:NLG',
);

/** Names that several countries have: the words that tell the country, and the code. */
const SHARED_NAMES: Record<string, string> = {
  rupee:
    'pakistan|punjab|islamabad|karachi|lahore|peshawar|quetta|rawalpindi|khyber|balochistan|sindh|torkham|faisalabad|multan|karakoram|gilgit|chitral|waziristan|gwadar|chaman:PKR india|delhi|mumbai|bihar|uttar|kolkata|chennai|gujarat|kerala|ahmedabad|bengaluru|jaipur|lucknow|srinagar|assam|guwahati|rajasthan|maharashtra|hyderabad|patna|sensex:INR sri lanka:LKR nepal:NPR',
  rial: 'iran|tehran|mashhad|zahedan|isfahan|tabriz|shiraz:IRR oman:OMR yemen:YER saudi|riyadh:SAR qatar|doha:QAR',
  dinar: 'iraq|baghdad:IQD kuwait:KWD jordan:JOD bahrain:BHD serbia:RSD algeria:DZD tunisia:TND libya:LYD',
  dirham: 'emirat|uae|dubai|abu dhabi:AED morocc:MAD',
  som: 'kyrgyz:KGS uzbek:UZS',
  dollar: 'canad:CAD austral:AUD new zeal:NZD hong kong:HKD singap:SGD',
  pound: 'egypt:EGP leban:LBP syria:SYP sudan:SDG brit:GBP',
  krona: 'swed:SEK norw:NOK dan:DKK',
  peso: 'mexic:MXN chile:CLP argentin:ARS colombia:COP philippin|manila:PHP',
  shilling: 'kenya:KES uganda:UGX tanzania:TZS somali:SOS',
};

/** For each shared name its countries, as a pattern and the code that it tells. */
export const SHARED = new Map(
  Object.entries(SHARED_NAMES).map(([name, list]): [string, [RegExp, string][]] => [
    name,
    list.split(/(?<=:[A-Z]{3}) /).map(one => [new RegExp(`\\b(?:${one.slice(0, -4)})`), one.slice(-3)]),
  ]),
);

/** All those countries, to look for once in a text. */
export const COUNTRY = new RegExp(
  [...SHARED.keys()]
    .filter(name => name !== 'dollar')
    .flatMap(name => (SHARED.get(name) ?? []).map(([country]) => country.source))
    .join('|'),
  'g',
);
