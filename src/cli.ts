#!/usr/bin/env node
/** The program, in the quickest way that this installation has. */
import {loadQuick} from './quick.ts'

const {main} = loadQuick<typeof import('./main.ts')>('main') ?? (await import('./main.ts'))
await main()
