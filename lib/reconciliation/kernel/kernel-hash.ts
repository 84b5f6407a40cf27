/** SHA-256 of kernel.wasm, written with it: the portal lists it without loading the kernel. */
export const kernelSha256 = '5b90d462e384d9f5b3387fecaedc5545deef9a547953f51fb3282b1385e9197b'
