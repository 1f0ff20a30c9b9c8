/** What stands in `test/citations/fixtures`: one folder a dialect, a way of giving sources, a style. */
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {fixtureFolders, runFixture} from '../fixture.ts'

const root = path.join(import.meta.dirname, 'fixtures')

describe('fixtures', () => {
  it.each(fixtureFolders(root).map((folder) => [path.relative(root, folder), folder] as const))('%s', async (_name, folder) => {
    const {actual, expected} = await runFixture(folder)
    expect(actual.messages).toBe(expected.messages)
    expect(actual.html).toBe(expected.html)
  })
})
