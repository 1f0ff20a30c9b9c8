/** The least that unified can do, bundled: parse, GFM, rehype, stringify. The measure of what banben adds. */
import {readFileSync, writeFileSync} from 'node:fs'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'

const [, , from, to] = process.argv
writeFileSync(to, String(unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).processSync(readFileSync(from, 'utf8'))))
