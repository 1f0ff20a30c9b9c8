/** Step 1: markers → mdast. `[[1]]` becomes a `citation`; what CommonMark also reads becomes a `citationCandidate`. */
import type {Extension as FromMarkdownExtension, Token} from 'mdast-util-from-markdown'
import type {} from 'remark-parse'
import type {Extension} from 'micromark-util-types'
import type {Plugin} from 'unified'
import {readMarker} from '../dialects.ts'
import {escapedMarker, withoutEscapes} from './escaped.ts'
import {bangMarker, bracketMarker, colonResidue, privateResidue} from './tokenize.ts'

const syntax: Extension = {
  text: {
    0x5b: bracketMarker, // [
    0xff3b: bracketMarker, // ［
    0x3010: bracketMarker, // 【
    0x3014: bracketMarker, // 〔
    0x21: bangMarker, // !
    0x3a: colonResidue, // :
    0xe200: privateResidue,
  },
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citation: 'citation'
    citationData: 'citationData'
    citationBang: 'citationBang'
    citationLabel: 'citationLabel'
  }
}

const fromMarkdown: FromMarkdownExtension = {
  enter: {
    citation(token: Token) {
      const value = this.sliceSerialize(token)
      if (value.startsWith('\\')) {
        this.enter({type: 'citationCandidate', value, dialect: 'bracket', items: readMarker(withoutEscapes(value))?.items ?? [], children: [], escaped: true}, token)
        return
      }
      const {dialect, items, certain} = readMarker(value) ?? {dialect: 'residue', items: [], certain: true}
      if (certain) this.enter({type: 'citation', value, dialect, items}, token)
      else this.enter({type: 'citationCandidate', value, dialect, items, children: []}, token)
    },
    citationBang(token: Token) {
      this.enter({type: 'text', value: '!'}, token)
    },
  },
  exit: {
    citation(token: Token) {
      this.exit(token)
    },
    citationBang(token: Token) {
      this.exit(token)
    },
  },
}

/** `\[1\]`, as exporters write a bracket. For texts only: `settleEscaped` decides what it is. Use it after `remarkCitations`. */
export const remarkEscapedMarkers: Plugin<[]> = function () {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), {text: {0x5c: escapedMarker}}]
}

/** Use it after GFM and mathematics, so that its constructs are tried before theirs. */
export const remarkCitations: Plugin<[]> = function () {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), syntax]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), fromMarkdown]
}
