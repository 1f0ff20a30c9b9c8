/** Titles that show: a link in a nav, and the title of a file, must have text. */
import type {Galley} from '../../model/book.ts'

/** @returns The title, else the book's, else its name. */
export function titleOr(title: string, {config, name}: Galley): string {
  return [title, config.title].find((text) => /[^\s\p{C}]/u.test(text))?.trim() ?? name
}
