package org.pokana.phone;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A number that somebody left, in E.164. */
@Document("phones")
record Left(@Id String whose, String number, @Indexed Instant at) {}
