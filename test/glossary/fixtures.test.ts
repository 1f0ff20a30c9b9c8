import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {fixtureFolders, runFixture} from '../fixture.ts'

const root = path.join(import.meta.dirname, 'fixtures')

describe('glossary', () => {
  for (const folder of fixtureFolders(root)) {
    it(`sets ${path.relative(root, folder)} as expected`, async () => {
      const {actual, expected} = await runFixture(folder)
      expect(actual).toEqual(expected)
    })
  }
})
