/** What banben aims at, as wall time ÷ that of a peer in the same run; and what the table says about it. Caches are empty, but where the
 * aim itself says otherwise. */
const targets = {
  html: [
    {copies: 1, runner: 'banben, cold cache', peer: 'unified alone, bundled', most: 2},
    {copies: 100, runner: 'banben, cold cache', peer: 'pandoc', most: 1.5},
  ],
  epub: [
    {copies: 1, runner: 'banben, cold cache', peer: 'unified alone, bundled', most: 8},
    {copies: 1, runner: 'banben, warm cache', peer: 'unified alone, bundled', most: 3},
    {copies: 1, runner: 'banben without fonts', peer: 'unified alone, bundled', most: 2},
    {copies: 100, runner: 'banben, cold cache', peer: 'pandoc', most: 1.5},
    {copies: 100, runner: 'banben without fonts', peer: 'pandoc', most: 1.2},
  ],
  pdf: [
    {copies: 1, runner: 'banben, cold cache', peer: 'pandoc → typst', most: 2.5},
    {copies: 1, runner: 'banben, cold cache', peer: 'vivliostyle', most: 0.1},
    {copies: 20, runner: 'banben, cold cache', peer: 'pandoc → typst', most: 2},
    {copies: 100, runner: 'banben, cold cache', peer: 'pandoc → typst', most: 2},
  ],
}

/** MB (a million bytes), of the Node process, in any run. */
const mostMemory = {html: 600, epub: 500, pdf: 600}

/** @param tables Results by number of copies. @returns Lines, one a target; what was not measured is said to be so. */
export function verdicts(format, tables) {
  const lines = []
  for (const {copies, runner, peer, most} of targets[format]) {
    const seconds = (name) => tables.get(copies)?.find((result) => result.name === name && !result.fault)?.seconds
    const [mine, other] = [seconds(runner), seconds(peer)]
    const what = `${copies} × ${runner} ÷ ${peer}: at most ${most}`
    if (mine === undefined || other === undefined) lines.push(`- not measured: ${what}`)
    else lines.push(`- ${mine / other <= most ? 'held' : 'MISSED'}: ${what}, found ${(mine / other).toFixed(2)}`)
  }
  const memory = Math.max(0, ...[...tables.values()].flat().filter(({name}) => name.startsWith('banben')).map((result) => result.memory)) * 2 ** 20 / 1e6
  lines.push(`- ${memory <= mostMemory[format] ? 'held' : 'MISSED'}: at most ${mostMemory[format]} MB, found ${Math.round(memory)}`)
  return lines
}

/** Seconds of banben by length: what a doubling of the text costs between two lengths (2 is linear). */
export function growth(tables) {
  const lines = []
  let before
  for (const [copies, results] of tables) {
    const run = results.find(({name, fault}) => name === 'banben, warm cache' && !fault)
    if (!run) continue
    const doubling = before && (run.seconds / before.seconds) ** (1 / Math.log2(copies / before.copies))
    lines.push(`- ${copies} ×: ${run.seconds.toFixed(2)} s${doubling ? `, ${doubling.toFixed(2)} a doubling` : ''}`)
    before = {copies, seconds: run.seconds}
  }
  return lines
}
