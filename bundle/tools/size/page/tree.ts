// What the page draws: branches have children, leaves have sizes in bytes.
export interface Branch {
  readonly name: string
  readonly raw?: number
  readonly brotli?: number
  readonly children?: Branch[]
}
