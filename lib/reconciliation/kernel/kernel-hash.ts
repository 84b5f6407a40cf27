/** SHA-256 of kernel.wasm, written with it: the portal lists it without loading the kernel. */
export const kernelSha256 = '243aac29df843dec9ba1a75c2129bdad49dc069c3238ed2c27a42226415db8d8'
