const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const YEAR = '(?:19|20)\\d\\d'
// Whole names and their short forms: "Mark 2048" is no date. en, de, fr, es, it, pt, nl, pl, ru.
const MONTH = `(?:${[
  'january february march april may june july august september october november december',
  'jan feb mar apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember mrz okt dez',
  'janvier février mars avril juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre',
  'janeiro fevereiro março maio junho julho setembro outubro novembro dezembro',
  'januari februari maart mei augustus stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października',
  'listopada grudnia января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
]
  .join(' ')
  .replaceAll(' ', '|')})`
const AMOUNT = "\\d{1,3}(?:[.,' ]\\d{3}){0,3}(?:[.,]\\d{1,2})?|\\d{1,9}(?:[.,]\\d{1,2})?"
const CURRENCY = '[$€£¥₹₩₽₺₴₪₫฿]'
const CURRENCY_WORD = '(?:eur|usd|gbp|chf|jpy|sek|nok|dkk|pln|czk|cad|aud|kr|zł|kč|руб|円|元|원)'
const NOT_IN = '(?<![\\p{L}\\p{Nd}.,/:-])'
const ENDS = '(?![\\p{L}\\p{Nd}]|[.,/:-]\\p{Nd})'

/** Numbers that are no code for certain, by how they are written: dates, times, amounts of money, addresses of people. */
const PLAIN = new RegExp(
  [
    `${NOT_IN}${YEAR}([-/.])${DAY}\\1${DAY}(?:t(?=\\d))?${ENDS}`,
    `${NOT_IN}${DAY}([-/.] ?)${DAY}\\2${YEAR}${ENDS}`,
    `${NOT_IN}(?:${DAY}(?:st|nd|rd|th|er|[.º])? (?:de |of )?)?${MONTH}\\.?,? (?:${DAY}(?:st|nd|rd|th)?,? )?(?:de |del )?${YEAR}${ENDS}`,
    `${YEAR} ?[年년](?: ?\\d{1,2} ?[月월](?: ?\\d{1,2} ?[日일])?)?`,
    `(?:©|\\(c\\)|copyright) {0,2}${YEAR}(?: ?[-–] ?${YEAR})?${ENDS}`,
    `${NOT_IN}(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?(?: ?[ap]m)?${ENDS}`,
    `${CURRENCY} ?(?:${AMOUNT})${ENDS}`,
    `${NOT_IN}(?:${AMOUNT}) ?(?:${CURRENCY}|${CURRENCY_WORD}(?!\\p{L}))`,
    '[^\\s<>"\'@(),:;]{1,64}@[a-z\\d.-]{1,200}\\.[a-z]{2,24}',
  ].join('|'),
  'giu',
)

/** A text of the same length in which those are blank, but where one is announced. */
export const withoutPlain = (text: string, isAnnounced: (start: number, end: number) => boolean): string =>
  text.replace(PLAIN, (found, ...rest) => {
    const at = rest.find((one) => typeof one === 'number') as number
    return isAnnounced(at, at + found.length) ? found : '\0'.repeat(found.length)
  })
