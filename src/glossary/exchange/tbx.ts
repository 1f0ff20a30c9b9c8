import type {TextFile} from '../../model/book.ts'
import type {Message} from '../../model/message.ts'
import type {Drafted} from './yaml.ts'

export function readTbx(_file: TextFile, _messages: Message[]): Drafted[] { return [] }
