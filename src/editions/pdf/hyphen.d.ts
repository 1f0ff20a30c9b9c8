/** What is used of the package, which brings no types. */
declare module 'hyphen/en/index.js' {
  const english: {hyphenateSync(text: string, options: {minWordLength: number}): string}
  export default english
}
