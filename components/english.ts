/** Attributes of what a pack says: its questions, paraphrases and names are English in every language of ours. */
export const ENGLISH = { lang: 'en', dir: 'ltr' } as const;
