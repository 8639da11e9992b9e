<?xml version="1.0" encoding="UTF-8"?>
<!-- What a stylesheet asks the edition about: entries by id, names, days. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="days.xsl"/>
  <xsl:include href="broken-words.xsl"/>
  <xsl:include href="followed.xsl"/>

  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>
  <xsl:key name="mention" match="text//*[@ref]" use="tokenize(@ref)"/>
  <xsl:key name="spoken" match="said[not(@prev)]" use="tokenize(@who)"/>
  <xsl:key name="present" match="particDesc//person[@sameAs][not(parent::listPerson/@type = 'talk')]" use="@sameAs"/>
  <xsl:key name="about" match="note[@target]" use="tokenize(@target)"/>

  <xsl:variable name="edition" as="document-node()" select="/"/>
  <xsl:variable name="lang" as="xs:string" select="string(($edition/TEI/@xml:lang, 'en')[1])"/>
  <xsl:variable name="header" as="element()?" select="$edition/TEI/teiHeader"/>

  <!-- What tells a node from all others. saxon-js counts the siblings before a node for generate-id(), which a long text makes quadratic. -->
  <xsl:function name="f:identity" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="if ($node/@xml:id) then '#' || $node/@xml:id else generate-id($node)"/>
  </xsl:function>

  <!-- The element that a pointer such as '#person.rusk' means. -->
  <xsl:function name="f:entry" as="element()?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:sequence select="key('id', substring-after($pointer, '#'), $edition)[1]"/>
  </xsl:function>

  <xsl:function name="f:preferred" as="xs:string">
    <xsl:param name="entry" as="element()?"/>
    <xsl:variable name="names" as="element()*" select="$entry/(persName | orgName | placeName | eventName | label)"/>
    <xsl:sequence select="normalize-space(($names[@type = 'preferred'], $names, $entry/@xml:id)[1])"/>
  </xsl:function>

  <!-- The surname: before the comma of an inverted name, else the last word that is no suffix. -->
  <xsl:function name="f:surname" as="xs:string">
    <xsl:param name="entry" as="element()?"/>
    <xsl:variable name="name" as="xs:string" select="f:preferred($entry)"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($name)[not(matches(., '^(Jr|Sr|I{2,3}|IV)\.?,?$'))]"/>
    <xsl:sequence select="
      if ($entry/persName[@type = 'preferred']/surname) then normalize-space(($entry/persName[@type = 'preferred']/surname)[1])
      else if (contains($name, ',') and not(matches($name, ',\s+(Jr|Sr)\.?$'))) then substring-before($name, ',')
      else replace(string($words[last()]), ',$', '')"/>
  </xsl:function>

  <!-- The name of whoever @who points at, as it stands in the margin. -->
  <xsl:function name="f:speaker" as="xs:string">
    <xsl:param name="who" as="xs:string?"/>
    <xsl:variable name="names" as="xs:string*" select="
      for $one in tokenize($who) return if (f:entry($one)) then f:surname(f:entry($one)) else substring-after($one, '#')"/>
    <xsl:sequence select="if (exists($names)) then f:list($names) else f:say('unknown-speaker')"/>
  </xsl:function>

  <!-- Who else may be meant, or may speak: 'A or B'; nothing where the file names nobody. -->
  <xsl:function name="f:perhaps" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="f:list($node/certainty ! f:preferred(f:entry(@assertedValue)), 'list-or')"/>
  </xsl:function>

  <xsl:function name="f:perhaps-title" as="attribute()?">
    <xsl:param name="node" as="element()"/>
    <xsl:if test="$node/certainty"><xsl:attribute name="title" select="f:say('perhaps', map { 'names': f:perhaps($node) })"/></xsl:if>
  </xsl:function>

  <!-- The words in an element as they are read, also where it is itself a reading that is not taken. -->
  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="texts" as="text()*"><xsl:apply-templates select="$element/node()" mode="words"/></xsl:variable>
    <xsl:sequence select="normalize-space(string-join($texts))"/>
  </xsl:function>

  <xsl:mode name="words" on-no-match="text-only-copy"/>
  <xsl:template match="fw | note | rdg | choice/sic | orig | expan | pc[@force = 'weak']" mode="words" as="empty-sequence()"/>
  <xsl:template match="lb[not(@break = 'no')]" mode="words" as="text()"><xsl:text> </xsl:text></xsl:template>

  <xsl:function name="f:life" as="xs:string">
    <xsl:param name="person" as="element()"/>
    <xsl:variable name="born" as="xs:string" select="substring(string($person/birth[1]/(@when, .)[1]), 1, 4)"/>
    <xsl:variable name="died" as="xs:string" select="substring(string($person/death[1]/(@when, .)[1]), 1, 4)"/>
    <xsl:sequence select="
      if ($born and $died) then $born || '–' || $died
      else if ($born) then f:say('born', map { 'year': $born })
      else if ($died) then f:say('died', map { 'year': $died }) else ''"/>
  </xsl:function>

  <!-- Where an authority keeps the entry; empty when no address is known. -->
  <xsl:function name="f:authority" as="xs:string?">
    <xsl:param name="idno" as="element()"/>
    <xsl:variable name="value" as="xs:string" select="normalize-space($idno)"/>
    <xsl:variable name="bases" as="map(xs:string, xs:string)" select="map {
      'wikidata': 'https://www.wikidata.org/wiki/', 'viaf': 'https://viaf.org/viaf/',
      'lcnaf': 'https://id.loc.gov/authorities/names/', 'geonames': 'https://www.geonames.org/',
      'gnd': 'https://d-nb.info/gnd/', 'isni': 'https://isni.org/isni/', 'tgn': 'http://vocab.getty.edu/page/tgn/' }"/>
    <xsl:variable name="type" as="xs:string" select="lower-case($idno/@type)"/>
    <!-- history.state.gov shows people by name, and lists of persons by volume; a number of its people data has no page. -->
    <xsl:variable name="base" as="xs:string?" select="
      if ($type = 'hsg') then 'https://history.state.gov/departmenthistory/people/'[matches($value, '^[a-z]+(-[a-z]+)+$')]
      else if ($type = 'frus') then 'https://history.state.gov/historicaldocuments/'[matches($value, '^frus\d')]
      else $bases($type)"/>
    <xsl:sequence select="if (matches($value, '^https?://')) then $value else if ($base) then $base || (if ($type = 'isni') then replace($value, '\s', '') else $value) else ()"/>
  </xsl:function>

  <!-- The words of a stretch as they are read: the editor's text, no furniture, no annotations. -->
  <xsl:function name="f:reading-words" as="xs:string*">
    <xsl:param name="node" as="node()*"/>
    <xsl:variable name="texts" as="text()*" select="
      $node/descendant-or-self::text()[not(ancestor::fw | ancestor::note | ancestor::rdg | ancestor::sic[parent::choice] | ancestor::orig | ancestor::expan)]"/>
    <xsl:sequence select="tokenize(string-join($texts))"/>
  </xsl:function>

  <!-- The xml:id as the HTML id: every anchor of the file is an anchor of the page. -->
  <xsl:function name="f:id" as="attribute()?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@xml:id"><xsl:attribute name="id" select="$element/@xml:id"/></xsl:if>
  </xsl:function>
</xsl:stylesheet>
