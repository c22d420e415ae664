"""The demo workspace: an invented manufacturer's eighteen months, written as the files a buyer has, and imported."""
