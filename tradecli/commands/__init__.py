"""One file per subcommand, of the same name: options in, report out."""
