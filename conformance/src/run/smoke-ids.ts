/** Results that every honest adapter for npy gets right: plain numbers, a scalar, nothing, both orders, and one file that is cut short. */
export const smokeIds: readonly string[] = [
	"npy/malformed/data-0d#decode",
	"npy/plain/b1/C/1d#decode",
	"npy/plain/c16/le/C/1d#decode",
	"npy/plain/f4/le/C/1d#decode",
	"npy/plain/f8/be/C/0d#decode",
	"npy/plain/f8/le/C/0d#decode",
	"npy/plain/f8/le/C/3d#decode",
	"npy/plain/f8/le/C/empty#decode",
	"npy/plain/f8/le/F/3d#decode",
	"npy/plain/i4/be/F/3d#decode",
	"npy/plain/i4/le/C/1d#decode",
	"npy/plain/u1/C/1d#decode",
];
