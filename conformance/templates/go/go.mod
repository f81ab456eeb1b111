module npconform-adapter

go 1.21
