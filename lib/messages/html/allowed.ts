/** What is left of a stranger's HTML: structure and looks, nothing that runs, loads, submits or names itself. */
export const tags = (
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em ' +
  'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small ' +
  'span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr'
).split(' ')

const everywhere = [
  'align',
  'aria-label',
  'bgcolor',
  'border',
  'color',
  'dir',
  'height',
  'lang',
  'style',
  'title',
  'valign',
  'width',
]
export const attributes: Record<string, string[]> = {
  '*': everywhere,
  a: ['href', 'target', 'rel'],
  img: ['src', 'alt'],
  font: ['face', 'size'],
  ol: ['start', 'type'],
  table: ['cellpadding', 'cellspacing'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
}

/** Elements whose text is no text for people: it goes with them. */
export const silent = (
  'applet audio button canvas embed frame frameset head iframe math noembed noframes noscript object option plaintext ' +
  'script select style svg template textarea title video xmp'
).split(' ')

/**
 * CSS that draws within its own box. What could load, run, lie over others, cut them off or let them shine through has no
 * name here, nor a value that passes.
 */
export const properties = new Set(
  (
    'background background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width ' +
    'border-collapse border-color border-left border-left-color border-left-style border-left-width border-radius border-right ' +
    'border-right-color border-right-style border-right-width border-spacing border-style border-top border-top-color ' +
    'border-top-style border-top-width border-width box-sizing caption-side clear color direction display empty-cells float font ' +
    'font-family font-size font-style font-variant font-weight height letter-spacing line-height list-style list-style-type ' +
    'margin margin-bottom margin-left margin-right margin-top max-width min-height min-width padding padding-bottom ' +
    'padding-left padding-right padding-top table-layout text-align text-decoration text-transform vertical-align visibility ' +
    'white-space width word-break word-spacing'
  ).split(' '),
)

// Nothing is counted, and nothing goes backwards.
const FORWARDS = /^(?!.*(?:\(|-[\d.]))/
const oneOf = (words: string) => new RegExp(`^(?:${words})(?:\\s*!important)?$`, 'i')

/** Of some properties the values that pass: others move what stands beside them out of sight, or over it. */
export const draws: Record<string, RegExp> = {
  ...Object.fromEntries(
    [
      'margin',
      'margin-bottom',
      'margin-left',
      'margin-right',
      'margin-top',
      'letter-spacing',
      'word-spacing',
      'vertical-align',
    ].map((name) => [name, FORWARDS]),
  ),
  display: oneOf('none|block|list-item|inline|inline-block|inline-table|table(?:-[a-z]+)?'),
  visibility: oneOf('visible|hidden|inherit|initial'),
  // A line that never ends takes what stands at its end with it.
  'white-space': oneOf('normal|pre-wrap|pre-line|break-spaces'),
}
