/** Who may import whom: the table of the README. Features are islands with one door each. */
const rule = (name, from, to, comment) => ({name, severity: 'error', comment, from, to})
const feature = '(citations|glossary|structure|repair|setting)'
module.exports = {
  forbidden: [
    rule('no-cycles', {}, {circular: true, viaOnly: {dependencyTypesNot: ['type-only']}}, 'A cycle hides an order; types alone have none.'),
    rule('model-is-types', {path: '^src/model/'}, {path: '^src/', pathNot: '^src/model/'}, 'The model imports nothing of ours.'),
    rule('diagnostics-know-the-model', {path: '^src/diagnostics/'}, {path: '^src/', pathNot: '^src/(model|diagnostics)/'}, 'Wording and severity only.'),
    rule('features-are-islands', {path: `^src/${feature}/`}, {path: '^src/', pathNot: ['^src/(model|diagnostics)/', '^src/$1/']}, 'What a feature needs of another is handed to it by pipeline.ts.'),
    rule('lint-reads', {path: '^src/lint/'}, {path: '^src/', pathNot: '^src/(model|diagnostics|lint)/'}, 'Checks read what the features recorded.'),
    rule('editions-know-galleys', {path: '^src/editions/'}, {path: '^src/', pathNot: '^src/(model|diagnostics|editions|locale|cache\\.ts)'}, 'An edition never sees Markdown.'),
    rule('one-door', {path: '^src/', pathNot: `^src/${feature}/`}, {path: `^src/${feature}/`, pathNot: '/index\\.ts$'}, 'Enter a feature by its index.'),
    rule('features-are-entered-from-above', {path: '^src/', pathNot: ['^src/(pipeline|build|worker)\\.ts$', '^src/commands/', `^src/${feature}/`]}, {path: `^src/${feature}/`}, 'Only the order of work knows the features.'),
    rule('pure-core', {path: `^src/(model|diagnostics|lint|locale|pipeline|config|${feature.slice(1, -1)})(/|\\.ts)`}, {dependencyTypes: ['core']}, 'Only manuscript/, editions/, commands/ and main.ts touch the machine.'),
  ],
  options: {tsPreCompilationDeps: true, tsConfig: {fileName: 'tsconfig.json'}, doNotFollow: {path: 'node_modules'}},
}
