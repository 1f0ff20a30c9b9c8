/** Which font sets which characters, kept by the text and the versions of the fonts.
 *
 * Telling it takes opening each font, 3 MB; after that the cut faces are found by their own keys. */
import type {FontDemand} from './face.ts'
import type {FontFile} from './catalogue.ts'
import {keptOr} from '../keep.ts'
import {type LoadedFont, versionOf} from './load.ts'
import type {Share} from './share.ts'

interface Options {
  cache: string | undefined
  vertical: boolean
  versions: Map<string, string>
  load(file: FontFile): Promise<LoadedFont | undefined>
}

interface Shares {shares: Share[]; rest: string[]}

/** As it is kept: places in the list of files. */
interface Kept {shares: [number, string][]; rest: string[]}

/** @param files The fonts that the demand may use, in order. */
export async function keptShares({role, weight, text}: FontDemand, files: FontFile[], {cache, vertical, versions, load}: Options, share: () => Promise<Shares>): Promise<Shares> {
  if (cache === undefined) return share()
  const key = ['shares-6', role, String(weight), text, ...(vertical ? ['vertical'] : []), ...files.flatMap((file) => [file.package, versionOf(file.package, versions), file.file, file.extent])]
  const data = await keptOr(cache, key, async () => {
    const {shares, rest} = await share()
    return Buffer.from(JSON.stringify({shares: shares.map(({file, text}) => [indexOf(file, files), text]), rest} satisfies Kept))
  })
  const kept = readKept(data)
  return kept ? sharesOf(kept, files, load) : share()
}

/** Fonts are loaded once for all demands, and each demand has a list of its own. */
function indexOf({name, extent}: FontFile, files: FontFile[]): number {
  return files.findIndex((file) => file.name === name && file.extent === extent)
}

/** @returns undefined where the file is damaged. */
function readKept(data: Uint8Array): Kept | undefined {
  try {
    return JSON.parse(Buffer.from(data).toString())
  } catch {
    return undefined
  }
}

function sharesOf(kept: Kept, files: FontFile[], load: Options['load']): Shares {
  return {
    rest: kept.rest,
    shares: kept.shares.flatMap(([index, text]) => {
      const file = files[index]
      return file ? [{file, text, read: async () => (await load(file))?.data ?? new Uint8Array()}] : []
    }),
  }
}
