import type { ReadHtml } from './read-html'
import { wordsOf, withoutLinks } from './words'

const set = (words: string) => new Set(words.split(' '))

/** Words of any sentence. */
const common = set(
  'the that this you your to in of at on by as it is are be an or if and with for from our we us me not no all can was were have has ' +
    'will would do so',
)
/** What the plain form alone says in ordinary mail: where the page is to be read, who sent it, how to be sent no more. */
const ordinary = set(
  'view read open see cannot unable having trouble email mail mails message newsletter online browser web version page html images ' +
    'image pictures picture display displayed displaying support supports format client program properly correctly viewing reading plain ' +
    'text link links click here below unsubscribe unsubscribed subscribe subscribed subscription preferences manage settings profile ' +
    'privacy policy terms contact faq legal imprint rights reserved copyright inc ltd llc gmbh receive received receiving because ' +
    'signed up wish prefer longer mailing list http https ' +
    'sie ihr ihre ihren ihrem diese dieser dieses die der das den dem ein eine zu im und oder wenn nicht kann können mehr möchten ' +
    'nachricht ansehen anzeigen angezeigt öffnen ansicht klicken hier bitte abmelden abbestellen abbestellung erhalten weil angemeldet ' +
    'sich für unsere unserem von datenschutz impressum agb kontakt richtig korrekt wird werden ' +
    'voir lire ce cet cette dans votre navigateur ligne vous ne pas plus souhaitez recevoir recevez car êtes inscrit si le la les des ' +
    'du un une cliquez ici désabonner désinscrire désinscription affiche correctement confidentialité mentions légales ' +
    'ver leer este esta correo mensaje en su tu navegador línea haga clic aquí desea recibir más darse de baja cancelar suscripción ' +
    'suscrito privacidad aviso correctamente puede el los las del una por que con para ' +
    'visualizza leggi questa questo nel tuo il lo se non vuoi ricevere più clicca qui disiscriviti cancella iscrizione ricevi perché sei ' +
    'iscritto visualizzi visualizzare di per ' +
    'no seu clique aqui não deseja receber mais inscrição recebeu porque está inscrito visualizar os ' +
    'bekijk deze dit uw je klik als niet meer wilt ontvangen afmelden uitschrijven ontvangt omdat ingeschreven bent voor het een van met ' +
    'onze',
)

// Words of which the HTML has neither them nor what stands beside them, how many of those are no common ones, and within how many.
const MANY = 8
const MANY_NEW = 4
const TOGETHER = 40

/** Whether the plain form has a sentence that nobody reads who sees the HTML. What the HTML says beyond the plain form is no matter. */
export function saysMore(text: string, { visible, hidden, inPlace }: ReadHtml): boolean {
  const told = wordsOf(withoutLinks([visible, ...hidden.map((one) => one.text), ...inPlace].join(' ')))
  const [words, pairs] = [new Set(told), new Set(told.map((_, i) => pair(told, i)))]
  const plain = wordsOf(withoutLinks(text))
  // Counted in halves: a letter of a script without spaces is less than a word, and nearly all of them are in common.
  const marks = plain.map((word, i) => {
    if (ordinary.has(word) || pairs.has(pair(plain, i)) || pairs.has(pair(plain, i - 1))) return NONE
    if (word.length === 1) return { alone: 1, fresh: 1 }
    return { alone: 2, fresh: words.has(word) || common.has(word) ? 0 : 2 }
  })
  let [alone, fresh] = [0, 0]
  return marks.some((mark, i) => {
    const left = marks[i - TOGETHER] ?? NONE
    alone += mark.alone - left.alone
    fresh += mark.fresh - left.fresh
    return alone >= MANY * 2 && fresh >= MANY_NEW * 2
  })
}

const NONE = { alone: 0, fresh: 0 }
const pair = (words: readonly string[], at: number) => `${words[at] ?? ''} ${words[at + 1] ?? ''}`
