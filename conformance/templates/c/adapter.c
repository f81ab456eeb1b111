/*
 * An adapter for npconform in the exec form, which needs no JSON library: a process for every case.
 *
 *     adapter decode npy '{"opts"}' < file.npy > answer.json
 *
 * Put your codec into decode(). Until then everything is answered with "unsupported".
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWERED = 0, REFUSED = 40, UNSUPPORTED = 41 };

/* Memory as held. The dtype is a type string such as "<f8"; order is 'C' or 'F'. */
struct array {
    const char *dtype;
    size_t ndim;
    const size_t *shape;
    char order;
    const unsigned char *memory;
    size_t nbytes;
};

/*
 * Gives the array in a file and ANSWERED; or REFUSED, with one of the protocol's codes and a reason in *why; or UNSUPPORTED, with
 * what the codec cannot do in *why.
 */
static int decode(const char *format, const unsigned char *file, size_t size, const char *opts, struct array *array,
                  const char **why)
{
    (void)format, (void)file, (void)size, (void)opts, (void)array;
    *why = "npy.decode";
    return UNSUPPORTED;
}

static unsigned char *read_input(size_t *size)
{
    size_t room = 1 << 16;
    unsigned char *bytes = malloc(room);
    *size = 0;
    while (bytes != NULL) {
        *size += fread(bytes + *size, 1, room - *size, stdin);
        if (*size < room)
            return bytes;
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
        printf("%s%zu", axis == 0 ? "" : ",", array->shape[axis]);
    printf("],\"order\":\"%c\",\"data\":{\"hex\":\"", array->order);
    for (size_t at = 0; at < array->nbytes; at++)
        printf("%02x", array->memory[at]);
    fputs("\"}}}}", stdout);
}

int main(int count, char **words)
{
    if (count != 4) {
        fputs("usage: adapter decode npy '{}' < file > answer.json\n", stderr);
        return 2;
    }
    if (strcmp(words[1], "decode") != 0) {
        printf("%s.%s", words[2], words[1]);
        return UNSUPPORTED;
    }
    struct array array = {0};
    const char *why = "";
    size_t size = 0;
    unsigned char *file = read_input(&size);
    int code = decode(words[2], file, size, words[3], &array, &why);
    if (code == ANSWERED)
        write_answer(&array);
    else
        fputs(why, stdout);
    free(file);
    return code;
}
