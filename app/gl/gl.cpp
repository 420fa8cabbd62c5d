// gl
