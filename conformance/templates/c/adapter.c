/*
 * An adapter for npconform in the exec form, which needs no JSON library: a process for every case.
 *
 *     adapter hello > hello.json
 *     adapter decode npy '{"opts"}' < file.npy > answer.json
 *
 * It reads .npy files of plain numbers. Put your codec in place of decode(), and into HELLO what it can do.
 */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWERED = 0, REFUSED = 40, UNSUPPORTED = 41, MOST_AXES = 64 };

/* What stands in `lacks` is not asked, and not counted as passed. */
static const char HELLO[] =
    "{\"protocol\":1,\"impl\":{\"name\":\"my-codec\",\"version\":\"0.0.0\",\"language\":\"c\",\"runtime\":\"native\","
    "\"os\":\"any\",\"arch\":\"any\",\"endian\":\"little\"},"
    "\"caps\":{\"npy\":{\"ops\":[\"decode\"],\"lacks\":[\"struct\",\"subarray\",\"S\",\"U\",\"V\",\"M8\",\"m8\",\"object\"]}},"
    "\"inOrder\":true,\"inflight\":1,\"transport\":[\"b64\"]}";

/* Memory as held. The dtype is a type string such as "<f8"; order is 'C' or 'F'. */
struct array {
    char dtype[8];
    size_t ndim;
    unsigned long long shape[MOST_AXES];
    char order;
    const unsigned char *memory;
    size_t nbytes;
};

/* The part of a file that has not been read yet. */
struct input {
    const unsigned char *at, *end;
};

/* Ends with a refusal on purpose: one of the protocol's codes, and why. */
static void refuse(const char *code, const char *why, ...)
{
    va_list values;
    va_start(values, why);
    printf("%s ", code);
    vprintf(why, values);
    va_end(values);
    exit(REFUSED);
}

static void skip_space(struct input *text)
{
    while (text->at < text->end && *text->at != '\0' && strchr(" \t\r\n\f", *text->at) != NULL)
        text->at++;
}

/* Whether a word comes next; then it is read. */
static int take(struct input *text, const char *word)
{
    size_t length = strlen(word);
    skip_space(text);
    if ((size_t)(text->end - text->at) < length || memcmp(text->at, word, length) != 0)
        return 0;
    text->at += length;
    return 1;
}

static void need(struct input *text, const char *word)
{
    if (!take(text, word))
        refuse("bad-header-syntax", "%s is missing in the header", word);
}

/* Reads 'text' or "text" of at most seven characters, all that keys and types of numbers need; longer ones come out empty. */
static void read_string(struct input *text, char *out, size_t room)
{
    const unsigned char *start;
    unsigned char quote = take(text, "'") ? '\'' : '"';
    size_t length;
    if (quote == '"')
        need(text, "\"");
    for (start = text->at; text->at < text->end && *text->at != quote; text->at++)
        if (*text->at == '\\' || *text->at == '\n' || *text->at == '\0')
            refuse("bad-header-syntax", "a string of the header holds a character that it cannot");
    length = (size_t)(text->at - start);
    need(text, quote == '"' ? "\"" : "'");
    memcpy(out, start, length < room ? length : 0);
    out[length < room ? length : 0] = '\0';
}

static unsigned long long read_extent(struct input *text, int version)
{
    unsigned long long extent = 0;
    const unsigned char *start;
    skip_space(text);
    for (start = text->at; text->at < text->end && isdigit(*text->at); text->at++) {
        if (extent > ((1ull << 53) - 1 - (*text->at - '0')) / 10)
            refuse("limit", "an extent is beyond 2**53 - 1");
        extent = 10 * extent + (*text->at - '0');
    }
    if (text->at == start || (text->at - start > 1 && *start == '0'))
        refuse("bad-shape", "an extent is no number");
    if (version < 3)
        take(text, "L"); /* as Python 2 wrote it */
    return extent;
}

static void read_shape(struct input *text, int version, struct array *array)
{
    int comma = 1;
    if (!take(text, "("))
        refuse("bad-shape", "the shape is no tuple");
    while (!take(text, ")")) {
        if (!comma)
            refuse("bad-shape", "a comma is missing in the shape");
        if (array->ndim == MOST_AXES)
            refuse("bad-shape", "there are more than %d axes", MOST_AXES);
        array->shape[array->ndim++] = read_extent(text, version);
        comma = take(text, ",");
    }
    if (array->ndim == 1 && !comma)
        refuse("bad-shape", "the shape is a number, no tuple");
}

/* Reads {'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }: the keys in any order, each once, and no others. */
static void read_header(struct input *text, int version, struct array *array)
{
    int descr = 0, order = 0, shape = 0, comma = 1;
    char key[16];
    if (text->at == text->end || *text->at++ != '{')
        refuse("bad-header-syntax", "the header is no dict");
    while (!take(text, "}")) {
        if (!comma)
            refuse("bad-header-syntax", "a comma is missing in the header");
        read_string(text, key, sizeof key);
        need(text, ":");
        if (strcmp(key, "descr") == 0 && !descr++) {
            skip_space(text);
            if (text->at == text->end || strchr("'\"", *text->at) == NULL)
                refuse("bad-dtype", "only types of numbers are read");
            read_string(text, array->dtype, sizeof array->dtype);
        } else if (strcmp(key, "fortran_order") == 0 && !order++) {
            array->order = take(text, "True") ? 'F' : 'C';
            if (array->order == 'C' && !take(text, "False"))
                refuse("bad-header-keys", "fortran_order is neither True nor False");
        } else if (strcmp(key, "shape") == 0 && !shape++) {
            read_shape(text, version, array);
        } else {
            refuse("bad-header-keys", "the header has a key too many");
        }
        comma = take(text, ",");
    }
    skip_space(text);
    if (text->at < text->end)
        refuse("bad-header-syntax", "something stands behind the header");
    if (!descr || !order || !shape)
        refuse("bad-header-keys", "the header has a key too few");
}

/* Bytes of one number. A type without byte order is written with '|'; NumPy reads "f8" and "=f8" too, as what the machine has. */
static size_t read_dtype(char *dtype)
{
    static const char *const known[] = {"b1", "i1", "i2", "i4",  "i8", "u1",  "u2",  "u4",
                                        "u8", "f2", "f4", "f8", "f16", "c8", "c16", "c32"};
    const char *name = dtype[0] != '\0' && strchr("<>|=", dtype[0]) != NULL ? dtype + 1 : dtype;
    for (size_t index = 0; index < sizeof known / sizeof *known; index++) {
        char order = dtype[0] == '>' ? '>' : '<';
        if (strcmp(name, known[index]) != 0)
            continue;
        snprintf(dtype, 8, "%c%s", strcmp(name + 1, "1") == 0 ? '|' : order, known[index]);
        return strtoul(dtype + 2, NULL, 10);
    }
    refuse(strstr(dtype, "O") == NULL ? "bad-dtype" : "unsafe-object", "only types of numbers are read");
    return 0;
}

/* How long a header may be: as in NumPy 10000 bytes, or what is asked for, or anything where pickles are allowed too. */
static size_t longest_header(const char *opts)
{
    const char *size = strstr(opts, "\"max_header_size\":");
    if (strstr(opts, "\"allow_pickle\":true") != NULL)
        return (size_t)-1;
    return size == NULL ? 10000 : strtoul(strchr(size, ':') + 1, NULL, 10);
}

/* Gives the array in a file, or ends with a refusal. */
static struct array decode(struct input file, const char *opts)
{
    struct array array = {0};
    struct input text;
    size_t width, length = 0, size = (size_t)(file.end - file.at), itemsize, count = 1;
    int empty = 0;
    if (size < 8)
        refuse(memcmp(file.at, "\x93NUMPY", size < 6 ? size : 6) == 0 ? "truncated" : "bad-magic", "%zu bytes are no file", size);
    if (memcmp(file.at, "\x93NUMPY", 6) != 0)
        refuse("bad-magic", "the file does not begin as npy files do");
    if (file.at[6] < 1 || file.at[6] > 3 || file.at[7] != 0)
        refuse("bad-version", "version %d.%d", file.at[6], file.at[7]);
    width = file.at[6] == 1 ? 2 : 4;
    if (size < 8 + width)
        refuse("truncated", "the length of the header is not there");
    for (size_t byte = 0; byte < width; byte++)
        length |= (size_t)file.at[8 + byte] << 8 * byte;
    if (length > size - 8 - width)
        refuse("truncated", "the header has %zu bytes, %zu are there", length, size - 8 - width);
    if (length > longest_header(opts))
        refuse("limit", "the header has %zu bytes", length);
    text.at = file.at + 8 + width;
    text.end = array.memory = text.at + length;
    read_header(&text, file.at[6], &array);
    itemsize = read_dtype(array.dtype);
    for (size_t axis = 0; axis < array.ndim; axis++) {
        empty |= array.shape[axis] == 0;
        if (array.shape[axis] != 0 && count > (((size_t)-1) >> 1) / itemsize / array.shape[axis])
            refuse("overflow", "the array has too many elements");
        count *= array.shape[axis] == 0 ? 1 : array.shape[axis];
    }
    array.nbytes = empty ? 0 : count * itemsize;
    if (array.nbytes > (size_t)(file.end - array.memory))
        refuse("truncated", "%zu bytes of data are wanted, %td are there", array.nbytes, file.end - array.memory);
    return array;
}

static struct input read_input(void)
{
    size_t size = 0, room = 1 << 16;
    unsigned char *bytes = malloc(room);
    while (bytes != NULL) {
        size += fread(bytes + size, 1, room - size, stdin);
        if (size < room)
            return (struct input){bytes, bytes + size};
        room *= 2;
        bytes = realloc(bytes, room);
    }
    fputs("out of memory\n", stderr);
    exit(1);
}

static void write_answer(const struct array *array)
{
    printf("{\"ok\":{\"value\":{\"dtype\":\"%s\",\"shape\":[", array->dtype);
    for (size_t axis = 0; axis < array->ndim; axis++)
        printf("%s%llu", axis == 0 ? "" : ",", array->shape[axis]);
    printf("],\"order\":\"%c\",\"data\":{\"hex\":\"", array->order);
    for (size_t at = 0; at < array->nbytes; at++)
        printf("%02x", array->memory[at]);
    fputs("\"}}}}", stdout);
}

int main(int count, char **words)
{
    struct array array;
    if (count == 2 && strcmp(words[1], "hello") == 0) {
        puts(HELLO);
        return ANSWERED;
    }
    if (count != 4) {
        fputs("usage: adapter decode npy '{}' < file > answer.json\n", stderr);
        return 2;
    }
    if (strcmp(words[1], "decode") != 0 || strcmp(words[2], "npy") != 0) {
        printf("%s.%s", words[2], words[1]);
        return UNSUPPORTED;
    }
    array = decode(read_input(), words[3]);
    write_answer(&array);
    return ANSWERED;
}
