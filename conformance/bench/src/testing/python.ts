/** The Python with NumPy that the task was given; undefined if there is none. */
export const python: string | undefined = process.env["NDWIRE_PYTHON"];
