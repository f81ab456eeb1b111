package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

const mostAxes = 64

func refuse(code, why string, values ...any) error {
	return Refusal{code, fmt.Sprintf(why, values...)}
}

// readNpy reads a file of plain numbers.
func readNpy(file []byte, opts Options) (*Array, error) {
	magic := []byte("\x93NUMPY")
	if !bytes.HasPrefix(file, magic[:min(6, len(file))]) {
		return nil, refuse("bad-magic", "the file does not begin as npy files do")
	}
	if len(file) < 8 {
		return nil, refuse("truncated", "%d bytes are no file", len(file))
	}
	version, start := int(file[6]), 12
	if version < 1 || version > 3 || file[7] != 0 {
		return nil, refuse("bad-version", "version %d.%d", version, file[7])
	}
	if version == 1 {
		start = 10
	}
	if len(file) < start {
		return nil, refuse("truncated", "the length of the header is not there")
	}
	length := 0
	for at := start - 1; at >= 8; at-- {
		length = length<<8 | int(file[at])
	}
	if length > len(file)-start {
		return nil, refuse("truncated", "the header has %d bytes, %d are there", length, len(file)-start)
	}
	if length > longestHeader(opts) {
		return nil, refuse("limit", "the header has %d bytes", length)
	}
	header := text{string(file[start : start+length]), version}
	array, itemsize, err := header.array()
	if err != nil {
		return nil, err
	}
	size := uint64(itemsize)
	for _, extent := range array.Shape {
		if extent != 0 && size > math.MaxInt64/uint64(extent) {
			return nil, refuse("overflow", "the array has too many elements")
		}
		size *= max(1, uint64(extent))
	}
	if slices.Contains(array.Shape, 0) {
		size = 0
	}
	data := file[start+length:]
	if size > uint64(len(data)) {
		return nil, refuse("truncated", "%d bytes of data are wanted, %d are there", size, len(data))
	}
	array.Memory = data[:size]
	return array, nil
}

// longestHeader is as in NumPy 10000 bytes, or what is asked for, or anything where pickles are allowed too.
func longestHeader(opts Options) int {
	if opts.AllowPickle {
		return math.MaxInt
	}
	if opts.MaxHeaderSize != nil {
		return *opts.MaxHeaderSize
	}
	return 10000
}

// text is the part of a header that has not been read yet.
type text struct {
	rest    string
	version int
}

// take tells whether a word comes next; then it is read.
func (t *text) take(word string) (found bool) {
	t.rest, found = strings.CutPrefix(strings.TrimLeft(t.rest, " \t\r\n\f"), word)
	return found
}

func (t *text) need(word string) error {
	if t.take(word) {
		return nil
	}
	return refuse("bad-header-syntax", "%s is missing in the header", word)
}

// array reads {'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }: the keys in any order, each once, and no others.
func (t *text) array() (*Array, int, error) {
	array, itemsize, seen, comma := &Array{Shape: []int{}}, 0, map[string]bool{}, true
	if !strings.HasPrefix(t.rest, "{") {
		return nil, 0, refuse("bad-header-syntax", "the header is no dict")
	}
	t.rest = t.rest[1:]
	for !t.take("}") {
		if !comma {
			return nil, 0, refuse("bad-header-syntax", "a comma is missing in the header")
		}
		key, err := t.string()
		if err == nil {
			err = t.need(":")
		}
		if err == nil && seen[key] {
			err = refuse("bad-header-keys", "%s is there twice", key)
		}
		if err == nil {
			itemsize, err = t.value(key, array, itemsize)
		}
		if err != nil {
			return nil, 0, err
		}
		seen[key] = true
		comma = t.take(",")
	}
	t.take("")
	if t.rest != "" {
		return nil, 0, refuse("bad-header-syntax", "something stands behind the header")
	}
	if len(seen) != 3 {
		return nil, 0, refuse("bad-header-keys", "the header has a key too few")
	}
	return array, itemsize, nil
}

// value reads the value of a key into an array. It gives the bytes of one number: itemsize, or what descr says.
func (t *text) value(key string, array *Array, itemsize int) (int, error) {
	switch key {
	case "descr":
		return t.descr(array)
	case "fortran_order":
		if t.take("True") {
			array.Order = "F"
		} else if t.take("False") {
			array.Order = "C"
		} else {
			return 0, refuse("bad-header-keys", "fortran_order is neither True nor False")
		}
		return itemsize, nil
	case "shape":
		return itemsize, t.shape(array)
	}
	return 0, refuse("bad-header-keys", "the header has a key too many")
}

// string reads 'text' or "text".
func (t *text) string() (string, error) {
	quote := "'"
	if !t.take(quote) {
		quote = "\""
		if err := t.need(quote); err != nil {
			return "", err
		}
	}
	found, rest, ends := strings.Cut(t.rest, quote)
	if !ends || strings.ContainsAny(found, "\\\n\x00") {
		return "", refuse("bad-header-syntax", "a string of the header holds a character that it cannot, or does not end")
	}
	t.rest = rest
	return found, nil
}

var known = strings.Fields("b1 i1 i2 i4 i8 u1 u2 u4 u8 f2 f4 f8 f16 c8 c16 c32")

// descr reads a type. One without byte order is written with "|"; NumPy reads "f8" and "=f8" too, as what the machine has.
func (t *text) descr(array *Array) (int, error) {
	t.take("")
	if !strings.HasPrefix(t.rest, "'") && !strings.HasPrefix(t.rest, "\"") {
		return 0, refuse("bad-dtype", "only types of numbers are read")
	}
	found, err := t.string()
	if err != nil {
		return 0, err
	}
	name, order := found, "<"
	if found != "" && strings.Contains("<>|=", found[:1]) {
		name = found[1:]
	}
	if !slices.Contains(known, name) {
		if strings.Contains(found, "O") {
			return 0, refuse("unsafe-object", "only types of numbers are read")
		}
		return 0, refuse("bad-dtype", "only types of numbers are read")
	}
	itemsize, err := strconv.Atoi(name[1:])
	if itemsize == 1 {
		order = "|"
	} else if found[0] == '>' {
		order = ">"
	}
	array.Dtype = json.RawMessage(strconv.Quote(order + name))
	return itemsize, err
}

func (t *text) shape(array *Array) error {
	comma := true
	if !t.take("(") {
		return refuse("bad-shape", "the shape is no tuple")
	}
	for !t.take(")") {
		if !comma {
			return refuse("bad-shape", "a comma is missing in the shape")
		}
		if len(array.Shape) == mostAxes {
			return refuse("bad-shape", "there are more than %d axes", mostAxes)
		}
		extent, err := t.extent()
		if err != nil {
			return err
		}
		array.Shape = append(array.Shape, extent)
		comma = t.take(",")
	}
	if len(array.Shape) == 1 && !comma {
		return refuse("bad-shape", "the shape is a number, no tuple")
	}
	return nil
}

func (t *text) extent() (int, error) {
	t.take("")
	digits := t.rest[:len(t.rest)-len(strings.TrimLeft(t.rest, "0123456789"))]
	t.rest = t.rest[len(digits):]
	if t.version < 3 {
		t.take("L") // as Python 2 wrote it
	}
	if digits == "" || (len(digits) > 1 && digits[0] == '0') {
		return 0, refuse("bad-shape", "an extent is no number")
	}
	extent, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || extent >= 1<<53 {
		return 0, refuse("limit", "an extent is beyond 2**53 - 1")
	}
	return int(extent), nil
}
