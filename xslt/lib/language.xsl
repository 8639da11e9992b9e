<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of the interface in the language that is wanted. All of them stand in xslt/languages.xml, none in a stylesheet. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:err="http://www.w3.org/2005/xqt-errors"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <!-- Code of the language, and as JSON what the file has of it: "plurals", patterns by category, and "words" by key. -->
  <xsl:param name="language" as="xs:string" select="'en'"/>
  <xsl:param name="wording" as="xs:string" select="'{&quot;plurals&quot;:{},&quot;words&quot;:{}}'"/>
  <xsl:variable name="wording-read" as="map(*)" select="parse-json($wording)"/>
  <xsl:variable name="words-by-key" as="map(*)" select="$wording-read?words"/>
  <xsl:variable name="plurals" as="map(*)" select="$wording-read?plurals"/>

  <!-- Words without slots: f:say('who-spoke'). -->
  <xsl:function name="f:say" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="f:sentence($key, ())"/>
  </xsl:function>

  <!-- A sentence whose slots are filled: f:say('link-to-turn', map { 'speaker': $name }). -->
  <xsl:function name="f:say" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="slots" as="map(xs:string, item()*)"/>
    <xsl:sequence select="string-join(f:told(f:sentence($key, ()), $slots))"/>
  </xsl:function>

  <!-- The form that goes with a number, which is its slot 'n': f:counted('turns', 3). -->
  <xsl:function name="f:counted" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="n" as="xs:integer"/>
    <xsl:sequence select="f:counted($key, $n, map {})"/>
  </xsl:function>
  <xsl:function name="f:counted" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="n" as="xs:integer"/>
    <xsl:param name="slots" as="map(xs:string, item()*)"/>
    <xsl:sequence select="string-join(f:told(f:sentence($key, $n), map:put($slots, 'n', f:number($n))))"/>
  </xsl:function>

  <!-- A sentence as nodes: a slot may hold nodes, and <name>…</name> in the sentence are the words of the element in the slot “name”. -->
  <xsl:function name="f:tell" as="node()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="slots" as="map(xs:string, item()*)"/>
    <xsl:sequence select="f:told(f:sentence($key, ()), $slots)"/>
  </xsl:function>
  <xsl:function name="f:tell-counted" as="node()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="n" as="xs:integer"/>
    <xsl:param name="slots" as="map(xs:string, item()*)"/>
    <xsl:sequence select="f:told(f:sentence($key, $n), map:put($slots, 'n', f:number($n)))"/>
  </xsl:function>

  <!-- The word for a value that the file names, by family: f:named('certainty', 'low'); a value without a word stays as it is. -->
  <xsl:function name="f:named" as="xs:string">
    <xsl:param name="family" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="f:named($family, $value, string($value))"/>
  </xsl:function>
  <xsl:function name="f:named" as="xs:string">
    <xsl:param name="family" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:param name="else" as="xs:string"/>
    <xsl:sequence select="string(($words-by-key($family || '.' || $value), $else)[1])"/>
  </xsl:function>

  <xsl:function name="f:sentence" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="n" as="xs:integer?"/>
    <xsl:variable name="found" as="item()?" select="$words-by-key($key)"/>
    <xsl:choose>
      <xsl:when test="empty($found)">
        <xsl:sequence select="error(xs:QName('err:language-has-words'), 'xslt/languages.xml has no words “' || $key || '” in the language “' || $language || '”.')"/>
      </xsl:when>
      <xsl:when test="$found instance of map(*)"><xsl:sequence select="string(($found(f:category(xs:integer($n))), $found?other)[1])"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="string($found)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The category of a number, as CLDR names them: the first whose pattern its digits match. -->
  <xsl:function name="f:category" as="xs:string">
    <xsl:param name="n" as="xs:integer"/>
    <xsl:sequence select="(('one', 'few', 'many')[$plurals(.) ! matches(string($n), .)], 'other')[1]"/>
  </xsl:function>

  <xsl:variable name="always-told" as="map(xs:string, element())">
    <xsl:map>
      <xsl:map-entry key="'heard'"><span class="vh"/></xsl:map-entry>
      <xsl:map-entry key="'sign'"><span aria-hidden="true"/></xsl:map-entry>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="f:told" as="node()*">
    <xsl:param name="sentence" as="xs:string"/>
    <xsl:param name="slots" as="map(xs:string, item()*)"/>
    <xsl:analyze-string select="$sentence" regex="\{{([a-z\-]+)\}}|&lt;([a-z\-]+)&gt;(.*?)&lt;/\2&gt;">
      <xsl:matching-substring>
        <xsl:variable name="name" as="xs:string" select="regex-group(1) || regex-group(2)"/>
        <xsl:variable name="within" as="xs:string" select="regex-group(3)"/>
        <xsl:variable name="filled" as="item()*" select="if (map:contains($slots, $name)) then $slots($name) else $always-told($name)"/>
        <xsl:choose>
          <xsl:when test="not(map:contains($slots, $name) or map:contains($always-told, $name))">
            <xsl:sequence select="error(xs:QName('err:slot-is-filled'), 'Nothing fills “' || $name || '” in “' || $sentence || '”.')"/>
          </xsl:when>
          <xsl:when test="regex-group(2)">
            <xsl:for-each select="$filled">
              <xsl:copy><xsl:copy-of select="@*"/><xsl:sequence select="f:told($within, $slots)"/><xsl:copy-of select="node()"/></xsl:copy>
            </xsl:for-each>
          </xsl:when>
          <xsl:otherwise>
            <xsl:for-each select="$filled">
              <xsl:choose>
                <xsl:when test=". instance of element() or . instance of text()"><xsl:sequence select="."/></xsl:when>
                <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:matching-substring>
      <xsl:non-matching-substring><xsl:value-of select="."/></xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <!-- A link, to be a slot of a sentence. -->
  <xsl:function name="f:link" as="element()">
    <xsl:param name="href" as="xs:string"/>
    <a href="{$href}"/>
  </xsl:function>

  <!-- 'a', 'a and b', 'a, b and c'; with 'list-or' the same of things of which one is meant. -->
  <xsl:function name="f:list" as="xs:string">
    <xsl:param name="items" as="xs:string*"/>
    <xsl:sequence select="f:list($items, 'list-and')"/>
  </xsl:function>
  <xsl:function name="f:list" as="xs:string">
    <xsl:param name="items" as="xs:string*"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="
      if (count($items) lt 2) then string($items)
      else f:say($key, map { 'before': string-join($items[position() lt last()], ', '), 'last': $items[last()] })"/>
  </xsl:function>

  <!-- The same of things that are nodes, each an array of its own; and in a row, with commas alone. -->
  <xsl:function name="f:listed" as="node()*">
    <xsl:param name="items" as="array(node()*)*"/>
    <xsl:sequence select="
      if (count($items) lt 2) then $items?*
      else f:tell('list-and', map { 'before': f:in-a-row($items[position() lt last()]), 'last': $items[last()]?* })"/>
  </xsl:function>
  <xsl:function name="f:in-a-row" as="node()*">
    <xsl:param name="items" as="array(node()*)*"/>
    <xsl:for-each select="$items">
      <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
      <xsl:sequence select="?*"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Words between the quotation marks of the language. -->
  <xsl:function name="f:quoted" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="f:say('quoted', map { 'words': $words })"/>
  </xsl:function>

  <!-- Whole numbers with their thousands set off, and others to one place, with the signs of the language. -->
  <xsl:function name="f:number" as="xs:string">
    <xsl:param name="number" as="xs:numeric"/>
    <xsl:sequence select="replace(format-number($number, '#,##0'), ',', f:say('thousands'))"/>
  </xsl:function>
  <xsl:function name="f:decimal" as="xs:string">
    <xsl:param name="number" as="xs:numeric"/>
    <xsl:sequence select="replace(format-number($number, '0.0'), '\.', f:say('decimal-point'))"/>
  </xsl:function>

  <xsl:function name="f:capital" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

  <!-- The language of words that are not the interface's, and of the interface's among such words; nothing where both are one. -->
  <xsl:function name="f:in-language" as="attribute()?">
    <xsl:param name="of-words" as="xs:string?"/>
    <xsl:if test="$of-words ne $language"><xsl:attribute name="lang" select="$of-words"/></xsl:if>
  </xsl:function>
  <xsl:function name="f:in-interface-among" as="attribute()?">
    <xsl:param name="around" as="xs:string"/>
    <xsl:if test="$around ne $language"><xsl:attribute name="lang" select="$language"/></xsl:if>
  </xsl:function>
</xsl:stylesheet>
