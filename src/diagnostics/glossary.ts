import type {Rule} from './rule.ts'

export const glossaryRules = {
  'glossary-unreadable': {
    severity: 'error',
    summary: {en: 'A glossary file cannot be read', zh: '术语表文件无法读取'},
    reason: {en: 'Unexpected syntax in the glossary, expected a readable file ({fault})', zh: '术语表语法有误（{fault}），应为可读取的文件'},
    note: {en: 'Correct the file at this place.', zh: '请改正此处。'},
  },
  'glossary-invalid': {
    severity: 'error',
    summary: {en: 'A field of a term has a wrong value', zh: '术语字段的值不对'},
    reason: {en: 'Unexpected value of `{field}`, expected {expected}', zh: '`{field}` 的值不对，应为：{expected}'},
    note: {en: 'The fields of a term are listed in the JSON Schema of glossary.yml.', zh: '术语的字段见 glossary.yml 的 JSON Schema。'},
  },
  'glossary-field-unknown': {
    severity: 'warning',
    summary: {en: 'A term has an unknown field', zh: '术语有未知字段'},
    reason: {en: 'Unexpected field `{field}` of a term, expected a language tag or a known field', zh: '术语字段 `{field}` 未知，应为语言代码或已知字段'},
    note: {en: 'Correct its spelling or delete it.', zh: '请改正拼写或删除。'},
  },
  'glossary-conflict': {
    severity: 'warning',
    summary: {en: 'Two entries of a term disagree', zh: '同一术语的两个条目互相矛盾'},
    reason: {en: 'Unexpected second `{field}` of {term}: {second}, expected {first}', zh: '“{term}”的 `{field}` 前后不一：此处为“{second}”，先前为“{first}”'},
    note: {en: 'Keep one, or give each its `sense`; the first is used.', zh: '请只留其一，或分别注明 `sense`（义项）；目前采用先前的。'},
  },
  'term-gloss-disagrees': {
    severity: 'warning',
    summary: {en: 'A gloss in the text disagrees with the glossary', zh: '正文括注与术语表不一致'},
    reason: {en: 'Unexpected gloss “{written}” of {term}, expected {expected}', zh: '“{term}”括注为“{written}”，术语表为“{expected}”'},
    note: {en: 'Correct the gloss, or add it to the `variants` of the term. It is printed as it stands.', zh: '请改正括注，或将其加入该术语的 `variants`；目前照原文印出。'},
  },
  'term-translated-twice': {
    severity: 'warning',
    summary: {en: 'One term is glossed in two ways', zh: '同一术语有两种译名'},
    reason: {en: 'Unexpected second gloss “{written}” of {term}, expected “{first}” as before', zh: '“{term}”此处注为“{written}”，前文注为“{first}”，应一致'},
    note: {en: 'Use one, or enter both as senses or variants in the glossary.', zh: '请统一用一种，或在术语表中列为不同义项或异名。'},
  },
  'term-translation-shared': {
    severity: 'warning',
    summary: {en: 'Two terms are glossed alike', zh: '两个术语括注相同'},
    reason: {en: 'Unexpected gloss “{term}” of {written}, expected it of {first} only, as before', zh: '“{written}”注为“{term}”，前文“{first}”也注为“{term}”'},
    note: {en: 'Use one name for the term, or enter the other as a variant in the glossary.', zh: '同一概念请统一用一个名称，或在术语表中列为异名。'},
  },
  'term-forbidden': {
    severity: 'warning',
    summary: {en: 'The text uses a word that the glossary forbids', zh: '正文用了术语表禁用的词'},
    reason: {en: 'Unexpected forbidden word “{written}”, expected “{preferred}”', zh: '“{written}”为禁用词，应作“{preferred}”'},
    note: {en: 'Replace it; `banben glossary fix` does.', zh: '请替换；`banben glossary fix` 可代为修改。'},
  },
  'term-deprecated': {
    severity: 'info',
    summary: {en: 'The text uses an outdated name of a term', zh: '正文用了术语的旧名'},
    reason: {en: 'Unexpected outdated name “{written}”, expected “{preferred}”', zh: '“{written}”为旧称，宜作“{preferred}”'},
    note: {en: 'Replace it; `banben glossary fix` does.', zh: '请替换；`banben glossary fix` 可代为修改。'},
  },
  'term-expanded-twice': {
    severity: 'info',
    summary: {en: 'A term is glossed again', zh: '术语重复括注'},
    reason: {en: 'Unexpected second gloss of {term}, expected one only, in line {line}', zh: '“{term}”重复括注，前文第 {line} 行已注'},
    note: {en: 'Delete the second gloss, or narrow `glossary.scope`.', zh: '请删去后一处括注，或将 `glossary.scope` 改小。'},
  },
  'abbreviation-early': {
    severity: 'info',
    summary: {en: 'An abbreviation is used before it is explained', zh: '缩略语先用后注'},
    reason: {en: 'Unexpected {abbreviation} before its explanation in line {line}, expected {term} with its gloss first', zh: '“{abbreviation}”在第 {line} 行括注之前已使用，应先出全称“{term}”'},
    note: {en: 'Explain it where it first stands.', zh: '请在首次出现处注明全称。'},
  },
  'abbreviation-unexplained': {
    severity: 'info',
    summary: {en: 'An abbreviation is never explained', zh: '缩略语从未注明全称'},
    reason: {en: 'Unexpected abbreviation {abbreviation} without explanation, expected its full name in the text or the glossary', zh: '缩略语“{abbreviation}”未注明全称，应在正文或术语表中说明'},
    note: {en: 'Add it to the glossary; its first mention is then glossed.', zh: '请将其列入术语表，首次出现处便会加注。'},
  },
  'term-unused': {
    severity: 'info',
    summary: {en: 'A term of the glossary is never mentioned', zh: '术语表中的术语未在正文出现'},
    reason: {en: 'Unexpected term {term} that no text mentions, expected a mention', zh: '术语“{term}”未在正文出现'},
    note: {en: 'It is not printed in the glossary. Delete it, or add the form that the text uses as a variant.', zh: '书末术语表不收此条。请删去，或将正文所用的写法列为异名。'},
  },
  'term-case': {
    severity: 'info',
    summary: {en: 'A foreign word is written in two ways', zh: '外文词写法不一'},
    reason: {en: 'Unexpected `{written}`, expected `{usual}` as in {count} other places', zh: '写作 `{written}`，另有 {count} 处写作 `{usual}`'},
    note: {en: 'Write it in one way; `banben glossary fix` does.', zh: '请统一写法；`banben glossary fix` 可代为修改。'},
  },
  'term-region': {
    severity: 'info',
    summary: {en: 'A word of another region’s Chinese', zh: '混用其他地区用语'},
    reason: {en: 'Unexpected “{written}” in mainland Chinese, expected “{usual}”', zh: '“{written}”为其他地区用语，大陆规范用“{usual}”'},
    note: {en: 'Replace it if it is meant in this sense.', zh: '若为此义，请替换。'},
  },
  'term-script': {
    severity: 'info',
    summary: {en: 'Traditional characters among Simplified ones', zh: '简体文中混有繁体字'},
    reason: {en: 'Unexpected Traditional “{written}”, expected “{usual}”', zh: '简体文中出现繁体“{written}”，应作“{usual}”'},
    note: {en: 'Replace it; `banben glossary fix` does.', zh: '请替换；`banben glossary fix` 可代为修改。'},
  },
  'term-near-miss': {
    severity: 'info',
    summary: {en: 'A word looks like a slip of the pen', zh: '疑似错字、漏字'},
    reason: {en: 'Unexpected “{written}”, expected “{model}”', zh: '“{written}”疑为“{model}”之误'},
    note: {en: 'Correct it, or leave it if it is meant.', zh: '请核对；若无误可不改。'},
  },
  'term-mark-stray': {
    severity: 'warning',
    summary: {en: 'A mark for a gloss stands behind no term', zh: '术语标记前没有术语'},
    reason: {en: 'Unexpected mark `{mark}`, expected a term of the glossary right before it', zh: '标记 `{mark}` 之前没有术语表中的术语'},
    note: {en: 'Put it right behind the term.', zh: '请紧接在术语之后书写。'},
  },
} satisfies Record<string, Rule>
