/** Stems of words that codes with letters stand beside; numbers are hidden in any language. Too many hide too much, which costs a click. */
const stems = [
  ...[
    'code',
    'verif',
    'one[- ]?time',
    '\\botp\\b',
    '\\bpin\\b',
    '2fa',
    '\\bmfa\\b',
    'passw',
    'passc',
    'authent',
    'log[- ]?in',
    'sign[- ]?in',
  ],
  ...['security', 'confirm', 'token', 'activat', 'two[- ]factor'],
  // Of links that let somebody in.
  ...[
    '\\breset',
    '\\bmagic',
    '\\binvit',
    '\\bunlock',
    '\\brecover',
    'zurücksetz',
    'einlad',
    'réinitialis',
    'restablec',
  ],
  ...[
    'reimposta',
    'ripristin',
    'redefin',
    'herstel',
    'zaprosz',
    'リセット',
    '招待',
    '重置',
    '重設',
    '邀请',
    '邀請',
  ],
  ...['bestätig', 'sicherheit', 'einmal', '\\btan\\b', 'kennwort', 'anmeld', 'freischalt', 'aktivier'],
  ...['vérif', 'mot de passe', 'connexion', 'sécurité', 'à usage unique'],
  ...['c[óo]digo', 'contraseña', '\\bclave\\b', 'acceso', 'codice', 'accesso', 'senha'],
  ...[
    'bevestig',
    'wachtwoord',
    'eenmalig',
    'inlog',
    'kod',
    'hasł',
    'weryfik',
    'logowan',
    'potwierdz',
    'jednoraz',
  ],
  ...['認証', 'コード', '暗証', 'パスワード', 'ワンタイム', '確認', 'ログイン'],
  ...['验证', '驗證', '校验', '動態', '动态', '密码', '密碼', '口令', '登录', '登錄', '确认码', '確認碼'],
  // ru and uk, ko, ar and fa, he, el.
  ...[
    'код',
    'парол',
    'подтвержд',
    'підтверд',
    'вход',
    '인증',
    '코드',
    '비밀번호',
    '확인',
    'رمز',
    'كود',
    'تحقق',
    'مرور',
    'کد',
  ],
  ...['קוד', 'סיסמ', 'אימות', 'κωδικ', 'επαλήθευσ', 'επιβεβα'],
  // fi, sv, da and no, cs and sk, hu, ro, tr, vi, id, th, hi.
  ...[
    'koodi',
    'vahvist',
    'salasan',
    'lösenord',
    'bekräft',
    'bekræft',
    'bekreft',
    'kode',
    'k[óo]d',
    'ověř',
    'hesl',
    'jelsz',
  ],
  ...[
    'megerős',
    '\\bcod\\b',
    'parol',
    'doğrula',
    'şifre',
    'onay',
    'mã (?:xác|otp)',
    'xác (?:nhận|minh)',
    'mật khẩu',
    'sandi',
    'รหัส',
    'ยืนยัน',
  ],
  ...['कोड', 'ओटीपी', 'पासवर्ड'],
]
const KEY_WORD = new RegExp(stems.map((stem) => stem.normalize('NFKC')).join('|'), 'giu')

/** Characters between a code and the word that makes it one. */
export const NEAR = 200

/** Asks whether a place in a text lies near one of these words. */
export function nearKeyWords(text: string): (start: number, end: number) => boolean {
  const places = [...text.matchAll(KEY_WORD)].map(
    ({ index, 0: word }) => [index, index + word.length] as const,
  )
  return (start, end) => {
    // The first word that ends after the reach to the left begins: the others are further right.
    let [low, high] = [0, places.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (places[middle]![1] < start - NEAR) low = middle + 1
      else high = middle
    }
    const place = places[low]
    return place !== undefined && place[0] <= end + NEAR
  }
}
