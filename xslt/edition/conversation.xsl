<?xml version="1.0" encoding="UTF-8"?>
<!-- The conversation in numbers: what the header says of each speaker, as a table. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="counts" as="element()?" select="$header/profileDesc/particDesc/listPerson[@type = 'talk']"/>
  <xsl:variable name="rows" as="element()*" select="$counts/(../listPerson[not(@type = 'talk')]/person, person, personGrp[@role = 'together'])[state]"/>
  <xsl:variable name="words-of-body" as="xs:integer" select="f:count($counts, 'words', 'body')"/>
  <xsl:variable name="words-spoken" as="xs:integer" select="f:count($counts, 'words', 'spoken')"/>
  <xsl:key name="counted" match="particDesc/listPerson/(person[state] | personGrp[@role = 'together'])" use="f:set((@sameAs, @corresp)[1])"/>

  <!-- The same people in whatever order they are named. -->
  <xsl:function name="f:set" as="xs:string">
    <xsl:param name="pointers" as="xs:string?"/>
    <xsl:sequence select="string-join(sort(tokenize($pointers)), ' ')"/>
  </xsl:function>

  <xsl:function name="f:count" as="xs:integer">
    <xsl:param name="of" as="element()?"/>
    <xsl:param name="unit" as="xs:string"/>
    <xsl:param name="type" as="xs:string?"/>
    <xsl:sequence select="
      xs:integer(($of/(self::listPerson/desc | state/desc | self::relation/desc)/measure[@unit = $unit][if ($type) then @type = $type else not(@type)]/@quantity, 0)[1])"/>
  </xsl:function>

  <!-- The share of the words spoken, in percent; nothing where the header does not count. -->
  <xsl:function name="f:of-spoken" as="xs:double?">
    <xsl:param name="who" as="xs:string"/>
    <xsl:sequence select="key('counted', f:set($who), $edition)[$words-spoken gt 0][1] ! (100 * f:count(., 'words', ()) div $words-spoken)"/>
  </xsl:function>

  <xsl:function name="f:percent" as="xs:string">
    <xsl:param name="words" as="xs:integer"/>
    <xsl:param name="all" as="xs:integer"/>
    <xsl:sequence select="if ($all gt 0) then f:decimal(100 * $words div $all) || '&#160;%' else '–'"/>
  </xsl:function>

  <xsl:template name="conversation" as="element()?">
    <xsl:if test="$counts">
      <section class="register" aria-labelledby="speakers">
        <h2 id="speakers">{f:say('who-spoke')}</h2>
        <table class="speakers">
          <caption>{f:say('conversation-caption')}<span class="on-screen"><xsl:text> </xsl:text><xsl:sequence select="f:tell('conversation-as-data', map { 'data': f:link($name || '.conversation.json') })"/></span></caption>
          <thead>
            <tr>
              <th scope="col">{f:say('column-speaker')}</th>
              <th scope="col" class="number-cell">{f:say('column-turns')}</th>
              <th scope="col" class="number-cell">{f:say('column-words')}</th>
              <th scope="col" class="number-cell">{f:say('column-of-all')}</th>
              <th scope="col" class="number-cell">{f:say('column-of-spoken')}</th>
              <th scope="col">{f:say('column-addresses')}</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$rows"><xsl:call-template name="speaker-row"/></xsl:for-each>
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{f:say('narration')}</th>
              <td></td>
              <xsl:call-template name="words-cells"><xsl:with-param name="words" select="f:count($counts, 'words', 'narration')"/></xsl:call-template>
              <td></td>
              <td></td>
            </tr>
            <tr>
              <th scope="row">{f:say('row-all')}</th>
              <td class="number-cell">{f:count($counts, 'turns', 'spoken')}</td>
              <xsl:call-template name="words-cells"><xsl:with-param name="words" select="$words-of-body"/></xsl:call-template>
              <td></td>
              <td></td>
            </tr>
          </tfoot>
        </table>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="speaker-row" as="element()">
    <xsl:variable name="who" as="xs:string*" select="tokenize((@sameAs, @corresp)[1])"/>
    <xsl:variable name="words" as="xs:integer" select="f:count(., 'words', ())"/>
    <xsl:variable name="set" as="xs:string" select="f:set((@sameAs, @corresp)[1])"/>
    <tr>
      <th scope="row">
        <xsl:text>{f:list($who ! f:preferred(f:entry(.)))}</xsl:text>
        <xsl:variable name="part" as="xs:string*" select="self::person/f:part(.)"/>
        <xsl:if test="exists($part)"><xsl:text> </xsl:text><span class="tag">{string-join($part, ', ')}</span></xsl:if>
      </th>
      <td class="number-cell">
        <xsl:variable name="turns" as="xs:integer" select="f:count(., 'turns', ())"/>
        <xsl:choose>
          <xsl:when test="$turns gt 0 and count($who) = 1">
            <xsl:call-template name="to-turns">
              <xsl:with-param name="pointer" select="$who"/>
              <xsl:with-param name="words" select="string($turns)"/>
              <xsl:with-param name="more" select="f:counted('turns-of', $turns, map { 'speaker': f:called($who) })"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise>{$turns}</xsl:otherwise>
        </xsl:choose>
      </td>
      <xsl:call-template name="words-cells"><xsl:with-param name="words" select="$words"/></xsl:call-template>
      <td class="number-cell">{f:percent($words, $words-spoken)}</td>
      <td>
        <xsl:for-each select="$counts/listRelation/relation[f:set(@active) = $set]">
          <xsl:if test="position() gt 1">, </xsl:if>
          <xsl:text>{f:counted('addressed-in-turns', f:count(., 'turns', ()), map { 'speaker': f:called(@passive) })}</xsl:text>
        </xsl:for-each>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="words-cells" as="element()*">
    <xsl:param name="words" as="xs:integer"/>
    <td class="number-cell">{f:number($words)}</td>
    <td class="number-cell">{f:percent($words, $words-of-body)}</td>
  </xsl:template>

  <!-- What a speaker is in the room: side and office at the talk, or that the list of participants has no such name. Who kept the record is told by the list alone. -->
  <xsl:function name="f:part" as="xs:string*">
    <xsl:param name="speaker" as="element()"/>
    <xsl:variable name="present" as="element()?" select="key('present', $speaker/@sameAs, $edition)[1]"/>
    <xsl:variable name="listed" as="element()*" select="$edition//text//list[@type = 'participants']//item[not(.//item)][(.//persName | .//rs)[1]/tokenize(@ref) = $speaker/@sameAs]"/>
    <xsl:sequence select="
      $present/../head ! normalize-space(.),
      if (empty($present) and $counts/../listPerson[not(@type = 'talk')]) then f:say('not-among-participants') else (),
      ($speaker/@role,
        'interpreter'[not($speaker/@role = 'interpreter')][exists($listed[matches(., 'interpret', 'i')])],
        'note-taker'[exists($listed[matches(., 'note-?\s?taker', 'i')])]) ! f:named('role', .)"/>
  </xsl:function>
</xsl:stylesheet>
