/** What the parts of one entry of GB/T 7714 share. */
import type {CslItem} from '../../../model/book.ts'

export type Edition = 2015 | 2025

export interface Setting {
  item: CslItem
  /** Of the item. */
  language: string
  edition: Edition
  /** 著者-出版年制: the year stands behind the names, and not again with the imprint. */
  year?: string
  comma: string
  colon: string
  open: string
  close: string
}
