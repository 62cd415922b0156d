// What a bundle can be made for.
export const PLATFORMS = ['win32-x64', 'win32-arm64', 'darwin-arm64', 'darwin-x64', 'linux-x64', 'linux-arm64'] as const
export type BundlePlatform = (typeof PLATFORMS)[number]
