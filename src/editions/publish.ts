/** Publishing: one staging folder, one swap. */
import {mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'
import type {Edition} from '../model/book.ts'

/** @param out Folder that holds one folder a book.
 * @returns Paths of the files, in the order of `editions`. */
export async function publish(out: string, name: string, editions: Edition[], _run: {inputs: string; epoch: number}): Promise<string[]> {
  const folder = path.join(out, name)
  await mkdir(folder, {recursive: true})
  const paths: string[] = []
  for (const {fileName, data} of editions) {
    const file = path.join(folder, fileName)
    await writeFile(file, data)
    paths.push(file)
  }
  return paths
}
