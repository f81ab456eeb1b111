// An adapter for npconform: your codec behind the protocol np/1.
//
// It reads .npy files of plain numbers. Put your codec in place of decode and encode, and into caps what it can do.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
)

// Array is memory as held. Dtype is a type string, or a structure as the protocol describes it.
type Array struct {
	Dtype  json.RawMessage `json:"dtype"`
	Shape  []int           `json:"shape"`
	Order  string          `json:"order"`
	Data   Bytes           `json:"data"`
	Memory []byte          `json:"-"`
}

type Bytes struct {
	B64 *string `json:"b64,omitempty"`
	Hex *string `json:"hex,omitempty"`
}

type Request struct {
	ID     int64   `json:"id"`
	Cmd    string  `json:"cmd"`
	Op     string  `json:"op"`
	Format string  `json:"format"`
	Opts   Options `json:"opts"`
	In     Bytes   `json:"in"`
	Value  Array   `json:"value"`
}

// Options of reading npy files; see the protocol for those of other formats.
type Options struct {
	AllowPickle   bool `json:"allow_pickle"`
	MaxHeaderSize *int `json:"max_header_size"`
}

// Refusal is how a codec says no on purpose. Code is one of the protocol's.
type Refusal struct{ Code, Message string }

func (r Refusal) Error() string { return r.Message }

// Unsupported names what the codec cannot do.
type Unsupported string

func (u Unsupported) Error() string { return string(u) }

// caps is what the codec can do: what stands in lacks is not asked, and not counted as passed.
var caps = map[string]any{
	"npy": map[string]any{
		"ops":   []string{"decode"},
		"lacks": []string{"struct", "subarray", "S", "U", "V", "M8", "m8", "object"},
	},
}

// decode gives the array in a file.
func decode(format string, file []byte, opts Options) (*Array, error) {
	if format != "npy" {
		return nil, Unsupported(format + ".decode")
	}
	return readNpy(file, opts)
}

// encode gives a file that holds the array.
func encode(format string, array *Array, opts Options) ([]byte, error) {
	return nil, Unsupported(format + ".encode")
}

func main() {
	input := bufio.NewReaderSize(os.Stdin, 1<<20)
	output := json.NewEncoder(os.Stdout)
	output.SetEscapeHTML(false)
	for {
		line, err := input.ReadString('\n')
		if strings.TrimSpace(line) != "" {
			request := Request{}
			if broken := json.Unmarshal([]byte(line), &request); broken != nil {
				fmt.Fprintln(os.Stderr, broken)
			} else if request.Cmd == "bye" {
				return
			} else if output.Encode(respond(&request)) != nil {
				return
			}
		}
		if err == io.EOF {
			return
		}
	}
}

func respond(request *Request) map[string]any {
	message := map[string]any{"id": request.ID}
	if request.Cmd == "hello" {
		message["protocol"] = 1
		message["impl"] = map[string]any{
			"name": "my-codec", "version": "0.0.0", "language": "go", "runtime": runtime.Version(),
			"os": runtime.GOOS, "arch": runtime.GOARCH, "endian": "little",
		}
		message["caps"] = caps
		message["inOrder"] = true
		message["inflight"] = 16
		message["transport"] = []string{"b64"}
		return message
	}
	ok, err := answer(request)
	switch problem := err.(type) {
	case nil:
		message["ok"] = ok
	case Refusal:
		message["refused"] = map[string]any{"code": problem.Code, "message": problem.Message}
	case Unsupported:
		message["unsupported"] = map[string]any{"feature": string(problem)}
	default:
		message["error"] = map[string]any{"message": err.Error()}
	}
	return message
}

func answer(request *Request) (any, error) {
	array := &request.Value
	var err error
	if request.Op == "encode" {
		array.Memory, err = read(array.Data)
	} else {
		array, err = decodeBytes(request)
	}
	if err != nil {
		return nil, err
	}
	if request.Op == "decode" {
		array.Data = write(array.Memory)
		return map[string]any{"value": array}, nil
	}
	file, err := encode(request.Format, array, request.Opts)
	return map[string]any{"out": write(file)}, err
}

func decodeBytes(request *Request) (*Array, error) {
	file, err := read(request.In)
	if err != nil {
		return nil, err
	}
	return decode(request.Format, file, request.Opts)
}

func read(sent Bytes) ([]byte, error) {
	if sent.B64 != nil {
		return base64.StdEncoding.DecodeString(*sent.B64)
	}
	if sent.Hex != nil {
		return hex.DecodeString(*sent.Hex)
	}
	return nil, fmt.Errorf("there are no bytes")
}

func write(bytes []byte) Bytes {
	text := base64.StdEncoding.EncodeToString(bytes)
	return Bytes{B64: &text}
}
