/** What `src/supervise.ts` composes in the program's own process, where nothing could stop it, ends in seconds: every
 * pathological input at the size of its bound. `BANBEN_FULL=1` tries all, else every sixth. */
import {describe, expect, it} from 'vitest'
import {folderOf} from '../manuscript/fixture.ts'
import {full, record} from './figures.ts'
import {pathologicalWithin} from './pathological.ts'
import {banben, compiled} from './program.ts'

const bound = 64 * 1024
const cases = pathologicalWithin(bound).filter(({id}, index) => full || index % 6 === 0 || id === 'cmark/nested-inlines')
/** Of the processor: 2.8 s were the most that was measured, over all 88. */
const most = 10

describe.skipIf(cases.length === 0 || !compiled)('inputs too small for a thread', () => {
  it('end in seconds', {timeout: 1_200_000}, async () => {
    const slowest = {id: '', seconds: 0}
    for (const {id, text} of cases) {
      const {code, output, processor} = await banben(['build', 'a.md', '--format', 'html', '--no-cache'], {cwd: folderOf({'a.md': text}), seconds: 100})
      expect([0, 1], `${id}: ${output.slice(-300)}`).toContain(code)
      expect(processor, id).toBeLessThan(most)
      if (processor > slowest.seconds) Object.assign(slowest, {id, seconds: processor})
    }
    record('Slowest input of at most 64 KiB, composed without a thread', `${slowest.seconds.toFixed(1)} s of the processor (${slowest.id}, ${cases.length} tried)`, `≤ ${most} s`)
  })
})
