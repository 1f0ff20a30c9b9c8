#!/usr/bin/env node
/** Arguments → commands → report → exit code. The only user of process and console. */
import path from 'node:path'
import {buildBook} from './build.ts'
import {wording} from './diagnostics/index.ts'
import type {Format} from './model/book.ts'

const [, , input = 'source/report', formats = 'html,pdf,epub'] = process.argv
const report = await buildBook({
  input,
  formats: formats.split(',') as Format[],
  out: 'dist',
  strict: false,
  cache: undefined,
  templates: path.resolve(import.meta.dirname, '../templates'),
  epoch: undefined,
  signal: new AbortController().signal,
})
for (const entry of report.messages) console.error(`${entry.place.path}:${entry.place.line}:${entry.place.column} ${entry.severity} ${entry.ruleId} ${wording(entry, 'en').reason}`)
console.log(report.files)
