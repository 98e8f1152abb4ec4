"""The API described as OpenAPI, from the types that it answers with."""
