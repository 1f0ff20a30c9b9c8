/** The real reports that stand beside a working copy; none in a clone. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'

/** @param folder Holds `.md` files and `.jsonl` files with a field `article`. */
export function readReports(folder: string): {name: string; text: string}[] {
  if (!existsSync(folder)) return []
  const reports: {name: string; text: string}[] = []
  const seen = new Set<string>()
  for (const file of readdirSync(folder).sort()) {
    const content = readFileSync(path.join(folder, file), 'utf8')
    const found = file.endsWith('.jsonl')
      ? content.trim().split('\n').map((line, index) => ({name: `gpt-5 #${index + 1}`, text: String(JSON.parse(line).article)}))
      : file.endsWith('.md') ? [{name: file, text: content}] : []
    for (const report of found) {
      if (seen.has(report.text)) continue // one report of the collection also stands as a file
      seen.add(report.text)
      reports.push(report)
    }
  }
  return reports
}
