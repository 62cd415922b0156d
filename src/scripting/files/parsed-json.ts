// A file of our own as data: what it is, or undefined where it is damaged, which its schema then says.
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // nothing of ours
  }
}
