/** Words that tell no matter from another, those by which a question asks included. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above after again all almost also although am among an and another any are as at back be became because become been ' +
    'before being below between both but by can could did do does doing done during each either enough ever every few for from ' +
    'had has have having he her here hers him his how however i if in into is it its itself just ' +
    'like many may me might more most much must my no nor not now of off often on one only ' +
    'or other our out over per rather said same say says she should since so some still such than that the their them ' +
    'then there these they this those though through to too under until up upon us very was we were what when where whether ' +
    'which while who whom whose why will with within would yet you your'
  ).split(' '),
);
